/** Questions about antibodies. A test that nobody mentions is in no row. */
import type { NamedQuery } from '../named-query.ts'
import { antibody, disease, limit } from './parameters.ts'

export const SEROLOGY_QUERIES: readonly NamedQuery[] = [
  {
    name: 'antibody-results',
    title: 'Antibody results',
    question: 'How many patients were tested for each antibody, and with what result?',
    theme: 'serology',
    parameters: [antibody, disease],
    columns: ['antibody', 'positive', 'negative', 'equivocal', 'tested'],
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
WHERE ($antibody IS NULL OR k.id IN $antibody) AND ($disease IS NULL OR EXISTS {
  MATCH (c)-[h:HAS_DISEASE]->(g:Disease) WHERE h.status = 'present' AND g.id IN $disease })
RETURN k.label AS antibody, count(DISTINCT CASE WHEN t.result = 'positive' THEN c.patient END) AS positive,
  count(DISTINCT CASE WHEN t.result = 'negative' THEN c.patient END) AS negative,
  count(DISTINCT CASE WHEN t.result = 'equivocal' THEN c.patient END) AS equivocal, count(DISTINCT c.patient) AS tested
ORDER BY tested DESC, positive DESC, antibody`,
  },
  {
    name: 'serology-by-subtype',
    title: 'Serology panel by subtype',
    question: 'Which antibodies are positive and negative in each subtype of disease?',
    theme: 'serology',
    parameters: [disease],
    columns: ['subtype', 'antibody', 'positive', 'negative'],
    cypher: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(:Diagnosis {status: 'present'})-[:OF|OF_SUBTYPE]->(g:Disease {kind: 'subtype'})
WHERE $disease IS NULL OR g.id IN $disease
MATCH (c)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
RETURN g.label AS subtype, k.label AS antibody, count(DISTINCT CASE WHEN t.result = 'positive' THEN c.patient END) AS positive,
  count(DISTINCT CASE WHEN t.result = 'negative' THEN c.patient END) AS negative
ORDER BY subtype, positive DESC, negative DESC, antibody`,
  },
  {
    name: 'antibody-pairs',
    title: 'Antibodies that go together',
    question: 'Which two antibodies are positive in the same patients?',
    theme: 'serology',
    parameters: [limit(50)],
    columns: ['antibody', 'other', 'patients'],
    cypher: `MATCH (k:Antibody)<-[:OF]-(:Serology {result: 'positive'})<-[:HAS_SEROLOGY]-(c:Case)
MATCH (c)-[:HAS_SEROLOGY]->(:Serology {result: 'positive'})-[:OF]->(o:Antibody)
WHERE k.label < o.label
RETURN k.label AS antibody, o.label AS other, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, antibody, other LIMIT $limit`,
  },
  {
    name: 'negative-antibodies',
    title: 'Negative antibodies',
    question: 'Who was tested negative for an antibody, and where is it written?',
    theme: 'serology',
    parameters: [antibody, limit(100)],
    columns: ['antibody', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(t:Serology {result: 'negative'})-[:OF]->(k:Antibody)
WHERE $antibody IS NULL OR k.id IN $antibody
WITH c, t, k ORDER BY k.label, t.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (t)-[:SUPPORTED_BY]->(e:Evidence)
RETURN k.label AS antibody, c.id AS case_id, p.title AS paper, e.page AS page, e.quote AS quote
ORDER BY antibody, t.key, e.start, e.end`,
  },
  {
    name: 'highest-titres',
    title: 'Highest titres',
    question: 'Which are the highest titres reported?',
    theme: 'serology',
    parameters: [antibody, limit(20)],
    columns: ['antibody', 'titre', 'pattern', 'case_id', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
WHERE t.titre_reciprocal IS NOT NULL AND ($antibody IS NULL OR k.id IN $antibody)
WITH c, t, k ORDER BY t.titre_reciprocal DESC, t.key LIMIT $limit
OPTIONAL MATCH (c)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WITH c, t, k, max(d.max_mm) AS largest_mm
RETURN k.label AS antibody, t.titre AS titre, t.pattern AS pattern, c.id AS case_id, largest_mm
ORDER BY t.titre_reciprocal DESC, t.key`,
  },
  {
    name: 'staining-patterns',
    title: 'Staining patterns',
    question: 'Which staining patterns are reported with which antibody?',
    theme: 'serology',
    parameters: [antibody],
    columns: ['antibody', 'pattern', 'patients'],
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
WHERE t.pattern IS NOT NULL AND ($antibody IS NULL OR k.id IN $antibody)
RETURN k.label AS antibody, t.pattern AS pattern, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, antibody, pattern`,
  },
  {
    name: 'sizes-by-antibody',
    title: 'Sizes by antibody',
    question: 'How large do deposits grow in patients positive and negative for an antibody?',
    theme: 'serology',
    parameters: [antibody],
    columns: ['antibody', 'result', 'patients', 'mean_largest_mm', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WHERE d.max_mm IS NOT NULL
WITH c, max(d.max_mm) AS size
MATCH (c)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
WHERE t.result IN ['positive', 'negative'] AND ($antibody IS NULL OR k.id IN $antibody)
RETURN k.label AS antibody, t.result AS result, count(DISTINCT c.patient) AS patients,
  round(avg(size) * 10) / 10 AS mean_largest_mm, max(size) AS largest_mm
ORDER BY antibody, result`,
  },
]
