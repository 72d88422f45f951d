/** The Cypher behind menus, maps and pictures; runs the same on both engines. */

/** Concepts that patients have, with the number of patients; `family` names the menu. */
export const MENU_QUESTIONS = [
  {
    group: 'Antibody',
    predicate: (label: string) => `antibody = ${label}`,
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(:Serology {result: 'positive'})-[:OF]->(a:Antibody)
RETURN a.label AS label, count(DISTINCT c.patient) AS cases`,
  },
  {
    group: 'Disease',
    predicate: (label: string) => `disease = ${label}`,
    cypher: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF]->(d:Disease)
RETURN d.label AS label, count(DISTINCT c.patient) AS cases`,
  },
  {
    group: 'Subtype',
    predicate: (label: string) => `disease.subtype = ${label}`,
    cypher: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF_SUBTYPE]->(d:Disease)
RETURN d.label AS label, count(DISTINCT c.patient) AS cases`,
  },
  {
    group: 'Site',
    predicate: (label: string) => `site = ${label}`,
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(:Deposit {status: 'present'})-[:AT]->(s:Site)
RETURN s.label AS label, count(DISTINCT c.patient) AS cases`,
  },
  {
    group: 'Treatment',
    predicate: (label: string) => `treatment = ${label}`,
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment)-[:WITH]->(i:Intervention)
WHERE t.status IN ['given', 'stopped']
RETURN i.label AS label, count(DISTINCT c.patient) AS cases`,
  },
  {
    group: 'Outcome',
    predicate: (label: string) => `outcome = ${label}`,
    cypher: `MATCH (c:Case)-[:HAS_OUTCOME]->(o:Outcome)
WHERE o.value <> 'unknown'
RETURN o.value AS label, count(DISTINCT c.patient) AS cases`,
  },
] as const

export const SIZE_STEPS_MM = [10, 20, 50, 100] as const

export const SIZE_QUESTION = `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WHERE d.max_mm >= $mm
RETURN count(DISTINCT c.patient) AS cases`

export const SITE_QUESTION = `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit)-[:AT]->(s:Site)
RETURN s.key AS key, d.status AS status, d.laterality AS side, count(d) AS deposits, max(d.max_mm) AS largest,
  collect(DISTINCT c.patient) AS patients`

export const MATRIX_QUESTION = `MATCH (c:Case)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(i:Intervention)
WHERE t.status IN ['given', 'stopped']
RETURN i.label AS treatment, t.class AS class, t.response AS response, count(DISTINCT c.patient) AS cases
ORDER BY treatment, response`

export const CASES_QUESTION = `MATCH (p:Paper)-[:REPORTS]->(c:Case)
RETURN c.id AS id, p.id AS paper, c.number AS number, coalesce(p.title, p.file) AS title, p.year AS year,
  c.label AS label, c.age AS age, c.sex AS sex
ORDER BY title, number`

export const NAMES_QUESTION = `UNWIND $ids AS id MATCH (c:Case {id: id})
RETURN c.id AS id, c.number AS number, c.label AS label, c.age AS age, c.sex AS sex`

export const CASE_QUESTION = `MATCH (p:Paper)-[:REPORTS]->(c:Case {id: $id})
RETURN p.id AS paper, coalesce(p.title, p.file) AS title, p.year AS year, c.number AS number, c.label AS label,
  c.age AS age, c.sex AS sex`

/** The facts of one patient by kind; each row is one fact with what it is about. */
export const PICTURE_QUESTIONS = [
  {
    kind: 'disease',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_DIAGNOSIS]->(f:Diagnosis)-[:OF]->(k:Disease)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.status AS status, f.duration_years AS years`,
  },
  {
    kind: 'calcinosis',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_CALCINOSIS]->(f:Calcinosis)-[:OF]->(k:CalcinosisType)
RETURN f.key AS key, type(r) AS relation, k.label AS label`,
  },
  {
    kind: 'antibody',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_SEROLOGY]->(f:Serology)-[:OF]->(k:Antibody)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.result AS result, f.titre AS titre, f.value AS value,
  f.unit AS unit, f.pattern AS pattern`,
  },
  {
    kind: 'deposit',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_DEPOSIT]->(f:Deposit)-[:AT]->(k:Site)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.status AS status, f.laterality AS side,
  f.max_mm AS largest_mm, f.form AS form, f.modality AS modality`,
  },
  {
    kind: 'treatment',
    cypher: `MATCH (c:Case {id: $id})-[r:RECEIVED]->(f:Treatment)-[:WITH]->(k:Intervention)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.status AS status, f.target AS target,
  f.response AS response, f.dose AS dose, f.route AS route`,
  },
  {
    kind: 'outcome',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_OUTCOME]->(f:Outcome)
RETURN f.key AS key, type(r) AS relation, f.value AS label, f.follow_up_months AS months`,
  },
  {
    kind: 'finding',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_OBSERVATION]->(f:Observation)-[:OF]->(k:Finding)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.status AS status`,
  },
  {
    kind: 'lab',
    cypher: `MATCH (c:Case {id: $id})-[r:HAS_LAB]->(f:Lab)-[:OF]->(k:LabTest)
RETURN f.key AS key, type(r) AS relation, k.label AS label, f.value AS value, f.unit AS unit,
  f.interpretation AS interpretation`,
  },
] as const
