/** Questions about who the patients are. */
import type { NamedQuery } from '../named-query.ts'
import { concept, disease, limit } from './parameters.ts'

export const PATIENT_QUERIES: readonly NamedQuery[] = [
  {
    name: 'patients',
    title: 'Patients',
    question: 'Which patients are reported, with how many deposits and how large?',
    theme: 'patients',
    parameters: [disease, limit(100)],
    columns: ['case_id', 'age', 'sex', 'diseases', 'deposits', 'largest_mm', 'paper', 'year'],
    cypher: `MATCH (c:Case)
WHERE $disease IS NULL OR EXISTS { MATCH (c)-[h:HAS_DISEASE]->(k:Disease) WHERE h.status = 'present' AND k.id IN $disease }
WITH c ORDER BY c.id LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
OPTIONAL MATCH (c)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF]->(k:Disease)
WITH p, c, k.label AS disease ORDER BY disease
WITH p, c, collect(DISTINCT disease) AS diseases
OPTIONAL MATCH (c)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
RETURN c.id AS case_id, c.age AS age, c.sex AS sex, diseases, count(d) AS deposits, max(d.max_mm) AS largest_mm,
  p.title AS paper, p.year AS year
ORDER BY case_id`,
  },
  {
    name: 'patients-by-disease',
    title: 'Patients by disease',
    question: 'How many patients have each disease, and how many of them are women?',
    theme: 'patients',
    parameters: [disease],
    columns: ['disease', 'patients', 'women', 'men', 'youngest', 'oldest'],
    cypher: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF]->(k:Disease)
WHERE $disease IS NULL OR k.id IN $disease
RETURN k.label AS disease, count(DISTINCT c.patient) AS patients,
  count(DISTINCT CASE WHEN c.sex = 'female' THEN c.patient END) AS women,
  count(DISTINCT CASE WHEN c.sex = 'male' THEN c.patient END) AS men, min(c.age) AS youngest, max(c.age) AS oldest
ORDER BY patients DESC, disease`,
  },
  {
    name: 'patients-by-age',
    title: 'Patients by age',
    question: 'How old are the patients, by decade and sex?',
    theme: 'patients',
    parameters: [disease],
    columns: ['from_age', 'sex', 'patients'],
    cypher: `MATCH (c:Case)
WHERE c.age IS NOT NULL AND ($disease IS NULL OR EXISTS {
  MATCH (c)-[h:HAS_DISEASE]->(k:Disease) WHERE h.status = 'present' AND k.id IN $disease })
RETURN toInteger(floor(c.age / 10)) * 10 AS from_age, coalesce(c.sex, 'not stated') AS sex, count(DISTINCT c.patient) AS patients
ORDER BY from_age, sex`,
  },
  {
    name: 'calcium-and-phosphate-normal',
    title: 'Normal calcium and phosphate',
    question: 'Which patients have calcinosis with normal calcium and normal phosphate?',
    theme: 'patients',
    parameters: [
      concept('calcium', 'lab', 'the calcium test', 'calcium'),
      concept('phosphate', 'lab', 'the phosphate test', 'phosphate'),
      limit(100),
    ],
    columns: ['case_id', 'calcium', 'phosphate', 'paper'],
    cypher: `MATCH (c:Case)-[:HAS_LAB]->(ca:Lab {interpretation: 'normal'})-[:OF]->(kc:LabTest)
WHERE kc.id IN $calcium
WITH c, max(ca.value) AS calcium
MATCH (c)-[:HAS_LAB]->(ph:Lab {interpretation: 'normal'})-[:OF]->(kp:LabTest)
WHERE kp.id IN $phosphate
WITH c, calcium, max(ph.value) AS phosphate ORDER BY c.id LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
RETURN c.id AS case_id, calcium, phosphate, p.title AS paper
ORDER BY case_id`,
  },
  {
    name: 'deposits-without-size',
    title: 'Deposits without a size',
    question: 'In which patients are deposits described but none of them measured?',
    theme: 'patients',
    parameters: [limit(100)],
    columns: ['case_id', 'deposits', 'paper', 'file'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WITH c, count(d) AS deposits, count(d.max_mm) AS measured WHERE measured = 0
WITH c, deposits ORDER BY c.id LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
RETURN c.id AS case_id, deposits, p.title AS paper, p.file AS file
ORDER BY case_id`,
  },
  {
    name: 'calcinosis-types',
    title: 'Types of calcinosis',
    question: 'Which types of calcinosis are named, in how many patients, with how large deposits?',
    theme: 'patients',
    parameters: [concept('type', 'calcinosis', 'a type of calcinosis')],
    columns: ['type', 'patients', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_CALCINOSIS]->(:Calcinosis)-[:OF]->(k:CalcinosisType)
WHERE $type IS NULL OR k.id IN $type
OPTIONAL MATCH (c)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
RETURN k.label AS type, count(DISTINCT c.patient) AS patients, max(d.max_mm) AS largest_mm
ORDER BY patients DESC, type`,
  },
  {
    name: 'findings',
    title: 'Findings',
    question: 'Which findings do patients show, and which are said to be absent?',
    theme: 'patients',
    parameters: [concept('finding', 'finding', 'a finding')],
    columns: ['finding', 'present', 'absent', 'possible'],
    cypher: `MATCH (c:Case)-[s:SHOWS]->(k:Finding)
WHERE s.status <> 'family' AND ($finding IS NULL OR k.id IN $finding)
RETURN k.label AS finding, count(DISTINCT CASE WHEN s.status IN ['present', 'historical'] THEN c.patient END) AS present,
  count(DISTINCT CASE WHEN s.status = 'absent' THEN c.patient END) AS absent,
  count(DISTINCT CASE WHEN s.status = 'possible' THEN c.patient END) AS possible
ORDER BY present DESC, absent DESC, finding`,
  },
  {
    name: 'lab-results',
    title: 'Laboratory results',
    question: 'How often is each laboratory test low, normal or high?',
    theme: 'patients',
    parameters: [concept('test', 'lab', 'a laboratory test')],
    columns: ['test', 'low', 'normal', 'high', 'not_said'],
    cypher: `MATCH (c:Case)-[:HAS_LAB]->(l:Lab)-[:OF]->(k:LabTest)
WHERE $test IS NULL OR k.id IN $test
RETURN k.label AS test, count(DISTINCT CASE WHEN l.interpretation = 'low' THEN c.patient END) AS low,
  count(DISTINCT CASE WHEN l.interpretation = 'normal' THEN c.patient END) AS normal,
  count(DISTINCT CASE WHEN l.interpretation = 'high' THEN c.patient END) AS high,
  count(DISTINCT CASE WHEN l.interpretation IS NULL THEN c.patient END) AS not_said
ORDER BY normal DESC, high DESC, low DESC, test`,
  },
]
