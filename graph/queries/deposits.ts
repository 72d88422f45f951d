/** Questions about where the deposits lie and how large they are. */
import type { NamedQuery } from '../named-query.ts'

export const DEPOSIT_QUERIES: readonly NamedQuery[] = [
  {
    name: 'deposits-by-site',
    title: 'Deposits by site and side',
    question: 'At which sites and sides do patients have deposits, and how large do they grow there?',
    theme: 'deposits',
    parameters: [
      { name: 'site', type: 'concept', family: 'site', about: 'a region or part, with all its parts', default: null },
    ],
    columns: ['site', 'laterality', 'patients', 'deposits', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE $site IS NULL OR s.id IN $site
RETURN s.label AS site, d.laterality AS laterality, count(DISTINCT c.patient) AS patients, count(d) AS deposits,
  max(d.max_mm) AS largest_mm
ORDER BY patients DESC, deposits DESC, site, coalesce(laterality, '')`,
  },
  {
    name: 'largest-deposits',
    title: 'Largest deposits',
    question: 'Which are the largest deposits ever measured, in whom, and where is it written?',
    theme: 'deposits',
    parameters: [
      { name: 'site', type: 'concept', family: 'site', about: 'a region or part, with all its parts', default: null },
      { name: 'limit', type: 'number', about: 'how many', default: 20 },
    ],
    columns: ['max_mm', 'site', 'laterality', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (p:Paper)-[:REPORTS]->(c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE d.max_mm IS NOT NULL AND ($site IS NULL OR s.id IN $site)
WITH p, c, d, s ORDER BY d.max_mm DESC, d.key LIMIT $limit
MATCH (d)-[:SUPPORTED_BY]->(e:Evidence)
WITH p, c, d, s, e ORDER BY e.start
WITH p, c, d, s, collect(e) AS places
WITH p, c, d, s, places[0] AS first
RETURN d.max_mm AS max_mm, s.label AS site, d.laterality AS laterality, c.id AS case_id, p.title AS paper,
  first.page AS page, first.quote AS quote
ORDER BY max_mm DESC, d.key`,
  },
]
