/** Questions about where something is written. */
import type { NamedQuery } from '../named-query.ts'
import { antibody, limit, site } from './parameters.ts'

export const EVIDENCE_QUERIES: readonly NamedQuery[] = [
  {
    name: 'evidence-of-case',
    title: 'Evidence of one case',
    question: 'What does the graph say about one patient, and which words say it?',
    theme: 'evidence',
    parameters: [{ name: 'case_id', type: 'text', about: 'a case id; empty: the first case', default: null }],
    columns: ['case_id', 'fact', 'about', 'page', 'quote', 'rule', 'confidence'],
    cypher: `MATCH (c:Case) WHERE $case_id IS NULL OR c.id = $case_id
WITH c ORDER BY c.id LIMIT 1
MATCH (c)-[r]->(f)-[:SUPPORTED_BY]->(e:Evidence)
OPTIONAL MATCH (f)-[:OF|AT|WITH]->(k:Concept)
RETURN c.id AS case_id, type(r) AS fact, k.label AS about, e.page AS page, e.quote AS quote, e.rule AS rule, e.confidence AS confidence
ORDER BY e.start, e.end, fact, about, rule`,
  },
  {
    name: 'papers-for-antibody',
    title: 'Papers that support a result',
    question: 'Which papers report a result of an antibody, and in which words?',
    theme: 'evidence',
    parameters: [
      { ...antibody, default: 'anti-Scl-70' },
      {
        name: 'result',
        type: 'choice',
        choices: ['positive', 'negative', 'equivocal'],
        about: 'the result',
        default: 'positive',
      },
      limit(100),
    ],
    columns: ['paper', 'year', 'doi', 'case_id', 'page', 'quote'],
    cypher: `MATCH (k:Antibody)<-[:OF]-(t:Serology {result: $result})<-[:HAS_SEROLOGY]-(c:Case)
WHERE $antibody IS NULL OR k.id IN $antibody
WITH c, t ORDER BY t.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (t)-[:SUPPORTED_BY]->(e:Evidence)
RETURN p.title AS paper, p.year AS year, p.doi AS doi, c.id AS case_id, e.page AS page, e.quote AS quote
ORDER BY paper, case_id, e.start, e.end, t.key`,
  },
  {
    name: 'papers-for-site',
    title: 'Papers that report a site',
    question: 'Which papers describe deposits at a site, and in which words?',
    theme: 'evidence',
    parameters: [{ ...site, default: 'spine' }, limit(100)],
    columns: ['paper', 'year', 'site', 'case_id', 'page', 'quote'],
    cypher: `MATCH (s:Site)<-[:AT]-(d:Deposit {status: 'present'})<-[:HAS_DEPOSIT]-(c:Case)
WHERE $site IS NULL OR s.id IN $site
WITH c, d, s ORDER BY d.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (d)-[:SUPPORTED_BY]->(e:Evidence)
RETURN p.title AS paper, p.year AS year, s.label AS site, c.id AS case_id, e.page AS page, e.quote AS quote
ORDER BY paper, case_id, e.start, e.end, d.key`,
  },
  {
    name: 'least-certain-facts',
    title: 'Least certain facts',
    question: 'Which facts rest on the least certain reading and want a human eye?',
    theme: 'evidence',
    parameters: [{ name: 'below', type: 'number', about: 'confidence below', default: 0.8 }, limit(50)],
    columns: ['confidence', 'fact', 'rule', 'page', 'quote', 'paper'],
    cypher: `MATCH (e:Evidence) WHERE e.confidence < $below
WITH e ORDER BY e.confidence, e.paper, e.start, e.end, e.rule LIMIT $limit
MATCH (e)<-[:SUPPORTED_BY]-(f)
MATCH (p:OfPaper {key: e.paper})
RETURN e.confidence AS confidence, [l IN labels(f) WHERE l <> 'OfPaper'][0] AS fact, e.rule AS rule, e.page AS page, e.quote AS quote, p.title AS paper
ORDER BY confidence, e.paper, e.start, e.end, rule, coalesce(f.key, f.id)`,
  },
  {
    name: 'quotes-with',
    title: 'Quotes that hold a word',
    question: 'Which quotes of the graph hold a word or phrase?',
    theme: 'evidence',
    parameters: [{ name: 'text', type: 'text', about: 'word or phrase', default: 'calcif' }, limit(50)],
    columns: ['paper', 'page', 'quote', 'rule'],
    cypher: `MATCH (e:Evidence) WHERE toLower(e.quote) CONTAINS toLower($text)
WITH e ORDER BY e.paper, e.start, e.end, e.rule LIMIT $limit
MATCH (p:OfPaper {key: e.paper})
RETURN p.title AS paper, e.page AS page, e.quote AS quote, e.rule AS rule
ORDER BY e.paper, e.start, e.end, rule`,
  },
  {
    name: 'evidence-by-rule',
    title: 'Evidence by rule',
    question: 'Which rules of extraction found how much, and how sure are they?',
    theme: 'evidence',
    parameters: [],
    columns: ['rule', 'quotes', 'papers', 'confidence'],
    cypher: `MATCH (e:Evidence)
RETURN e.rule AS rule, count(e) AS quotes, count(DISTINCT e.paper) AS papers, round(avg(e.confidence) * 1000) / 1000 AS confidence
ORDER BY quotes DESC, rule`,
  },
]
