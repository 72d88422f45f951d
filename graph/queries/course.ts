/** Questions about how the calcinosis goes on. */
import type { NamedQuery } from '../named-query.ts'
import { disease, limit, treatment } from './parameters.ts'

export const COURSE_QUERIES: readonly NamedQuery[] = [
  {
    name: 'outcomes-by-disease',
    title: 'Outcomes by disease',
    question: 'What becomes of the calcinosis in each disease?',
    theme: 'course',
    parameters: [disease],
    columns: ['disease', 'outcome', 'patients'],
    cypher: `MATCH (c:Case)-[:HAS_OUTCOME]->(o:Outcome)
WHERE o.value <> 'unknown'
MATCH (c)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF]->(k:Disease)
WHERE $disease IS NULL OR k.id IN $disease
RETURN k.label AS disease, o.value AS outcome, count(DISTINCT c.patient) AS patients
ORDER BY disease, patients DESC, outcome`,
  },
  {
    name: 'time-to-recurrence',
    title: 'Time to recurrence',
    question: 'After how many months of follow-up is a recurrence reported?',
    theme: 'course',
    parameters: [limit(100)],
    columns: ['months', 'case_id', 'treatments', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:HAS_OUTCOME]->(o:Outcome {value: 'recurred'})
WITH c, o ORDER BY coalesce(o.follow_up_months, 100000), o.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (o)-[:SUPPORTED_BY]->(e:Evidence)
OPTIONAL MATCH (c)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WITH p, c, o, e, k.label AS treatment ORDER BY treatment
WITH p, c, o, e, collect(DISTINCT treatment) AS treatments
RETURN o.follow_up_months AS months, c.id AS case_id, treatments, p.title AS paper, e.page AS page, e.quote AS quote
ORDER BY coalesce(o.follow_up_months, 100000), o.key, e.start, e.end`,
  },
  {
    name: 'outcomes-after-treatment',
    title: 'Outcomes after treatment',
    question: 'What became of the calcinosis in patients who were given a treatment, and after how long?',
    theme: 'course',
    parameters: [treatment],
    columns: ['treatment', 'outcome', 'patients', 'shortest_months', 'longest_months'],
    cypher: `MATCH (c:Case)-[:HAS_OUTCOME]->(o:Outcome)
WHERE o.value <> 'unknown'
MATCH (c)-[:RECEIVED]->(t:Treatment {target: 'calcinosis'})-[:WITH]->(k:Intervention)
WHERE t.status IN ['given', 'stopped'] AND ($treatment IS NULL OR k.id IN $treatment)
RETURN k.label AS treatment, o.value AS outcome, count(DISTINCT c.patient) AS patients,
  min(o.follow_up_months) AS shortest_months, max(o.follow_up_months) AS longest_months
ORDER BY treatment, patients DESC, outcome`,
  },
  {
    name: 'longest-follow-up',
    title: 'Longest follow-up',
    question: 'Which patients were followed longest, and how did it end?',
    theme: 'course',
    parameters: [limit(20)],
    columns: ['months', 'outcome', 'case_id', 'paper'],
    cypher: `MATCH (c:Case)-[:HAS_OUTCOME]->(o:Outcome)
WHERE o.follow_up_months IS NOT NULL
WITH c, o ORDER BY o.follow_up_months DESC, o.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
RETURN o.follow_up_months AS months, o.value AS outcome, c.id AS case_id, p.title AS paper
ORDER BY months DESC, o.key`,
  },
]
