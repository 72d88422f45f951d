/** Questions about what was tried and what it did. A response is that of the condition the drug was given for. */
import type { NamedQuery } from '../named-query.ts'
import { disease, limit, site, treatment } from './parameters.ts'

const RESPONSE_COUNTS = `count(t) AS given,
  sum(CASE WHEN t.response IN ['resolved', 'improved'] THEN 1 ELSE 0 END) AS better,
  sum(CASE WHEN t.response IN ['stable', 'none'] THEN 1 ELSE 0 END) AS unchanged,
  sum(CASE WHEN t.response IN ['worse', 'recurred'] THEN 1 ELSE 0 END) AS worse,
  sum(CASE WHEN t.response = 'adverse' THEN 1 ELSE 0 END) AS adverse,
  sum(CASE WHEN t.response = 'unknown' THEN 1 ELSE 0 END) AS not_said`

export const TREATMENT_QUERIES: readonly NamedQuery[] = [
  {
    name: 'treatments-of-calcinosis',
    title: 'Treatments of the calcinosis',
    question: 'What was tried against the calcinosis, and what came of it?',
    theme: 'treatment',
    parameters: [treatment, disease],
    columns: ['treatment', 'patients', 'given', 'better', 'unchanged', 'worse', 'adverse', 'not_said'],
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WHERE t.status IN ['given', 'stopped'] AND ($treatment IS NULL OR k.id IN $treatment) AND ($disease IS NULL OR EXISTS {
  MATCH (c)-[h:HAS_DISEASE]->(g:Disease) WHERE h.status = 'present' AND g.id IN $disease })
RETURN k.label AS treatment, count(DISTINCT c.patient) AS patients, ${RESPONSE_COUNTS}
ORDER BY patients DESC, treatment`,
  },
  {
    name: 'responses-by-class',
    title: 'Responses by drug class',
    question: 'How does the calcinosis respond to each class of drugs and to procedures?',
    theme: 'treatment',
    parameters: [],
    columns: ['class', 'patients', 'given', 'better', 'unchanged', 'worse', 'adverse', 'not_said'],
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WHERE t.status IN ['given', 'stopped']
RETURN coalesce(t.class, k.label) AS class, count(DISTINCT c.patient) AS patients, ${RESPONSE_COUNTS}
ORDER BY patients DESC, class`,
  },
  {
    name: 'treatments-at-site',
    title: 'Treatments by site',
    question: 'What was tried in patients with deposits at a site, and did it help?',
    theme: 'treatment',
    parameters: [{ ...site, default: 'hand' }],
    columns: ['treatment', 'patients', 'given', 'better', 'unchanged', 'worse', 'adverse', 'not_said'],
    cypher: `MATCH (s:Site)<-[:AT]-(:Deposit {status: 'present'})<-[:HAS_DEPOSIT]-(c:Case)
WHERE $site IS NULL OR s.id IN $site
WITH DISTINCT c
MATCH (c)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WHERE t.status IN ['given', 'stopped']
RETURN k.label AS treatment, count(DISTINCT c.patient) AS patients, ${RESPONSE_COUNTS}
ORDER BY patients DESC, treatment`,
  },
  {
    name: 'successful-treatments',
    title: 'Treatments that helped',
    question: 'Which treatments resolved or improved the calcinosis, in whom, and where is it written?',
    theme: 'treatment',
    parameters: [treatment, limit(50)],
    columns: ['treatment', 'dose', 'route', 'response', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WHERE t.response IN ['resolved', 'improved'] AND ($treatment IS NULL OR k.id IN $treatment)
WITH c, t, k ORDER BY k.label, t.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (t)-[:SUPPORTED_BY]->(e:Evidence)
RETURN k.label AS treatment, t.dose AS dose, t.route AS route, t.response AS response, c.id AS case_id, p.title AS paper,
  e.page AS page, e.quote AS quote
ORDER BY treatment, t.key, e.start, e.end`,
  },
  {
    name: 'failed-treatments',
    title: 'Treatments that failed',
    question: 'Which treatments did nothing for the calcinosis, or harm?',
    theme: 'treatment',
    parameters: [treatment, limit(50)],
    columns: ['treatment', 'dose', 'response', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment)-[:WITH]->(k:Intervention)
WHERE (t.target = 'calcinosis' AND t.response IN ['none', 'worse', 'recurred'] OR t.response = 'adverse')
  AND ($treatment IS NULL OR k.id IN $treatment)
WITH c, t, k ORDER BY k.label, t.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (t)-[:SUPPORTED_BY]->(e:Evidence)
RETURN k.label AS treatment, t.dose AS dose, t.response AS response, c.id AS case_id, p.title AS paper, e.page AS page, e.quote AS quote
ORDER BY treatment, t.key, e.start, e.end`,
  },
  {
    name: 'treatments-not-given',
    title: 'Treatments not given',
    question: 'Which treatments were considered, refused or withheld?',
    theme: 'treatment',
    parameters: [treatment],
    columns: ['treatment', 'status', 'patients'],
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment)-[:WITH]->(k:Intervention)
WHERE t.status IN ['considered', 'refused', 'not-given'] AND ($treatment IS NULL OR k.id IN $treatment)
RETURN k.label AS treatment, t.status AS status, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, treatment, status`,
  },
  {
    name: 'treatments-of-patient',
    title: 'Treatments of one patient',
    question: 'What was a patient given, for what, and with what response?',
    theme: 'treatment',
    parameters: [{ name: 'case_id', type: 'text', about: 'a case id; empty: the first case', default: null }],
    columns: ['case_id', 'treatment', 'target', 'status', 'dose', 'route', 'response'],
    cypher: `MATCH (c:Case) WHERE $case_id IS NULL OR c.id = $case_id
WITH c ORDER BY c.id LIMIT 1
MATCH (c)-[:RECEIVED]->(t:Treatment)-[:WITH]->(k:Intervention)
RETURN c.id AS case_id, k.label AS treatment, t.target AS target, t.status AS status, t.dose AS dose, t.route AS route, t.response AS response
ORDER BY treatment, t.key`,
  },
]
