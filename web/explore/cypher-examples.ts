/** Questions to start from; each runs on the graph model of this version (a test asks them all). */
export const CYPHER_EXAMPLES = [
  {
    title: 'The largest deposits, with their quotes',
    cypher: `MATCH (p:Paper)-[:REPORTS]->(c:Case)-[:HAS_DEPOSIT]->(d:Deposit)-[:AT]->(s:Site),
      (d)-[:SUPPORTED_BY]->(e:Evidence)
WHERE d.max_mm IS NOT NULL
RETURN p.title AS paper, c.number AS patient, s.label AS site, d.max_mm AS mm, e.page AS page, e.quote AS quote
ORDER BY mm DESC LIMIT 20`,
  },
  {
    title: 'Antibodies by result',
    cypher: `MATCH (c:Case)-[:HAS_SEROLOGY]->(s:Serology)-[:OF]->(a:Antibody)
RETURN a.label AS antibody, s.result AS result, count(DISTINCT c) AS patients
ORDER BY patients DESC, antibody`,
  },
  {
    title: 'What was tried against the calcinosis',
    cypher: `MATCH (c:Case)-[:RECEIVED]->(t:Treatment)-[:WITH]->(i:Intervention)
WHERE t.target = 'calcinosis'
RETURN i.label AS treatment, t.response AS response, count(DISTINCT c) AS patients
ORDER BY patients DESC, treatment`,
  },
  {
    title: 'Patients of each disease',
    cypher: `MATCH (c:Case)-[h:HAS_DISEASE]->(d:Disease)
WHERE h.status = 'present'
RETURN d.label AS disease, count(DISTINCT c) AS patients
ORDER BY patients DESC, disease`,
  },
] as const
