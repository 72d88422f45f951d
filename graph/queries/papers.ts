/** Questions about papers, their claims, and patients reported twice. */
import { OWNED_LABELS } from '../model.ts'
import type { NamedQuery } from '../named-query.ts'
import { concept, limit } from './parameters.ts'

export const PAPER_QUERIES: readonly NamedQuery[] = [
  {
    name: 'papers',
    title: 'Papers',
    question: 'Which papers are in the graph, with how many patients?',
    theme: 'papers',
    parameters: [limit(100)],
    columns: ['paper_id', 'title', 'year', 'kind', 'doi', 'file', 'cases'],
    cypher: `MATCH (p:Paper)
WITH p ORDER BY p.id LIMIT $limit
OPTIONAL MATCH (p)-[:REPORTS]->(c:Case)
RETURN p.id AS paper_id, p.title AS title, p.year AS year, p.kind AS kind, p.doi AS doi, p.file AS file, count(c) AS cases
ORDER BY paper_id`,
  },
  {
    name: 'papers-by-year',
    title: 'Papers by year',
    question: 'How many papers and patients were published each year?',
    theme: 'papers',
    parameters: [],
    columns: ['year', 'papers', 'patients'],
    cypher: `MATCH (p:Paper)
OPTIONAL MATCH (p)-[:REPORTS]->(c:Case)
RETURN p.year AS year, count(DISTINCT p) AS papers, count(DISTINCT c.patient) AS patients
ORDER BY coalesce(year, 0)`,
  },
  {
    name: 'papers-without-patients',
    title: 'Papers without patients',
    question: 'Which papers report no patient of their own?',
    theme: 'papers',
    parameters: [limit(100)],
    columns: ['title', 'kind', 'file', 'claims'],
    cypher: `MATCH (p:Paper) WHERE NOT EXISTS { MATCH (p)-[:REPORTS]->(:Case) }
WITH p ORDER BY p.id LIMIT $limit
OPTIONAL MATCH (p)-[:CLAIMS]->(m:Claim)
WITH p, count(m) AS claims
RETURN p.title AS title, p.kind AS kind, p.file AS file, claims
ORDER BY p.id`,
  },
  {
    name: 'claims-about',
    title: 'Claims for and against',
    question: 'What do papers claim about an antibody in other patients, for and against?',
    theme: 'papers',
    parameters: [concept('antibody', 'antibody', 'an antibody, with the narrower ones'), limit(100)],
    columns: ['subject', 'object', 'polarity', 'kind', 'paper', 'page', 'quote'],
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(m:Claim)-[a:ABOUT]->(s:Concept)
WHERE a.role = 'subject' AND ($antibody IS NULL OR s.id IN $antibody)
WITH p, m, s ORDER BY s.label, m.key LIMIT $limit
OPTIONAL MATCH (m)-[b:ABOUT]->(o:Concept) WHERE b.role = 'object'
MATCH (m)-[:SUPPORTED_BY]->(e:Evidence)
RETURN s.label AS subject, o.label AS object, m.polarity AS polarity, m.kind AS kind, p.title AS paper, e.page AS page, e.quote AS quote
ORDER BY subject, object, polarity, m.key, e.start, e.end`,
  },
  {
    name: 'claim-balance',
    title: 'Balance of claims',
    question: 'How many papers affirm, deny or doubt each claimed association?',
    theme: 'papers',
    parameters: [limit(100)],
    columns: ['subject', 'object', 'affirmed', 'negated', 'possible'],
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(m:Claim)-[a:ABOUT]->(s:Concept)
WHERE a.role = 'subject'
MATCH (m)-[b:ABOUT]->(o:Concept) WHERE b.role = 'object'
RETURN s.label AS subject, o.label AS object,
  count(DISTINCT CASE WHEN m.polarity = 'affirmed' THEN p END) AS affirmed,
  count(DISTINCT CASE WHEN m.polarity = 'negated' THEN p END) AS negated,
  count(DISTINCT CASE WHEN m.polarity = 'possible' THEN p END) AS possible
ORDER BY affirmed DESC, negated DESC, subject, object LIMIT $limit`,
  },
  {
    name: 'possibly-same-patient',
    title: 'Patients perhaps reported twice',
    question: 'Which cases of different papers may be one patient, and why?',
    theme: 'papers',
    parameters: [limit(100)],
    columns: ['score', 'case_id', 'paper', 'other_case', 'other_paper', 'reasons'],
    cypher: `MATCH (a:Case)-[r:MAY_BE_SAME]->(b:Case)
WITH a, r, b ORDER BY r.score DESC, a.id, b.id LIMIT $limit
MATCH (a)<-[:REPORTS]-(p:Paper)
MATCH (b)<-[:REPORTS]-(q:Paper)
RETURN r.score AS score, a.id AS case_id, p.title AS paper, b.id AS other_case, q.title AS other_paper, r.reasons AS reasons
ORDER BY score DESC, case_id, other_case`,
  },
  {
    name: 'same-patient',
    title: 'Patients of several papers',
    question: 'Which cases have been accepted as one patient?',
    theme: 'papers',
    parameters: [],
    columns: ['patient', 'cases'],
    cypher: `MATCH (a:Case)-[:SAME_AS]-(b:Case)
WITH a.patient AS patient, a.id AS case_id ORDER BY patient, case_id
RETURN patient, collect(DISTINCT case_id) AS cases
ORDER BY patient`,
  },
  {
    name: 'narrower-sites',
    title: 'Parts of a site',
    question: 'Which sites are part of a site, and how many patients have deposits in each?',
    theme: 'concepts',
    parameters: [concept('site', 'site', 'a region', 'spine')],
    columns: ['site', 'part_of', 'patients'],
    cypher: `MATCH (s:Site) WHERE $site IS NULL OR s.id IN $site
OPTIONAL MATCH (s)-[:PART_OF]->(w:Site)
WITH s, w.label AS whole ORDER BY whole
WITH s, collect(whole) AS part_of
OPTIONAL MATCH (s)<-[:AT]-(:Deposit {status: 'present'})<-[:HAS_DEPOSIT]-(c:Case)
RETURN s.label AS site, part_of, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, site`,
  },
  {
    name: 'narrower-treatments',
    title: 'Drugs of a class',
    question: 'Which drugs belong to a class, and how many patients were given each?',
    theme: 'concepts',
    parameters: [concept('treatment', 'treatment', 'a class', 'bisphosphonates')],
    columns: ['treatment', 'is_a', 'patients'],
    cypher: `MATCH (s:Intervention) WHERE $treatment IS NULL OR s.id IN $treatment
OPTIONAL MATCH (s)-[:IS_A]->(w:Intervention)
WITH s, w.label AS wider ORDER BY wider
WITH s, collect(wider) AS is_a
OPTIONAL MATCH (s)<-[:WITH]-(t:Treatment)<-[:RECEIVED]-(c:Case) WHERE t.status IN ['given', 'stopped']
RETURN s.label AS treatment, is_a, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, treatment`,
  },
  {
    name: 'graph-size',
    title: 'What is in the graph',
    question: 'How many papers, patients and facts of each kind are in the graph?',
    theme: 'concepts',
    parameters: [],
    columns: ['label', 'nodes'],
    // counted label by label: engines know these counts without looking at the nodes
    cypher: [...OWNED_LABELS]
      .sort()
      .map((label) => `MATCH (n:${label}) RETURN '${label}' AS label, count(n) AS nodes`)
      .join('\nUNION ALL\n'),
  },
]
