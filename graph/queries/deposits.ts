/** Questions about where the deposits lie and how large they are. */
import type { NamedQuery } from '../named-query.ts'
import { disease, limit, site } from './parameters.ts'

export const DEPOSIT_QUERIES: readonly NamedQuery[] = [
  {
    name: 'deposits-by-site',
    title: 'Deposits by site and side',
    question: 'At which sites and sides do patients have deposits, and how large do they grow there?',
    theme: 'deposits',
    parameters: [site],
    columns: ['site', 'laterality', 'patients', 'deposits', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE $site IS NULL OR s.id IN $site
RETURN s.label AS site, coalesce(d.laterality, 'not stated') AS laterality, count(DISTINCT c.patient) AS patients,
  count(d) AS deposits, max(d.max_mm) AS largest_mm
ORDER BY patients DESC, deposits DESC, site, laterality`,
  },
  {
    name: 'largest-deposits',
    title: 'Largest deposits',
    question: 'Which are the largest deposits ever measured, in whom, and where is it written?',
    theme: 'deposits',
    parameters: [site, limit(20)],
    columns: ['max_mm', 'site', 'laterality', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE d.max_mm IS NOT NULL AND ($site IS NULL OR s.id IN $site)
WITH c, d, s ORDER BY d.max_mm DESC, d.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (d)-[:SUPPORTED_BY]->(e:Evidence)
WITH p, c, d, s, e ORDER BY e.start, e.end
WITH p, c, d, s, collect(e) AS places
WITH p, c, d, s, places[0] AS first
RETURN d.max_mm AS max_mm, s.label AS site, d.laterality AS laterality, c.id AS case_id, p.title AS paper,
  first.page AS page, first.quote AS quote
ORDER BY max_mm DESC, d.key`,
  },
  {
    name: 'deposit-forms',
    title: 'Forms of deposits',
    question: 'Which forms do deposits take, and how large is each?',
    theme: 'deposits',
    parameters: [site],
    columns: ['form', 'patients', 'measured', 'smallest_mm', 'mean_mm', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE d.form IS NOT NULL AND ($site IS NULL OR s.id IN $site)
RETURN d.form AS form, count(DISTINCT c.patient) AS patients, count(d.max_mm) AS measured, min(d.max_mm) AS smallest_mm,
  round(avg(d.max_mm) * 10) / 10 AS mean_mm, max(d.max_mm) AS largest_mm
ORDER BY patients DESC, form`,
  },
  {
    name: 'deposits-by-modality',
    title: 'How deposits are seen',
    question: 'By which examination are deposits found, and how often are they measured on it?',
    theme: 'deposits',
    parameters: [site],
    columns: ['modality', 'deposits', 'patients', 'measured'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WHERE $site IS NULL OR s.id IN $site
RETURN coalesce(d.modality, 'not stated') AS modality, count(d) AS deposits, count(DISTINCT c.patient) AS patients,
  count(d.max_mm) AS measured
ORDER BY deposits DESC, modality`,
  },
  {
    name: 'sites-without-deposits',
    title: 'Sites said to be free',
    question: 'Which sites do papers say to be free of deposits, in whom?',
    theme: 'deposits',
    parameters: [site, limit(100)],
    columns: ['site', 'laterality', 'case_id', 'paper', 'page', 'quote'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'absent'})-[:AT]->(s:Site)
WHERE $site IS NULL OR s.id IN $site
WITH c, d, s ORDER BY s.label, d.key LIMIT $limit
MATCH (c)<-[:REPORTS]-(p:Paper)
MATCH (d)-[:SUPPORTED_BY]->(e:Evidence)
RETURN s.label AS site, d.laterality AS laterality, c.id AS case_id, p.title AS paper, e.page AS page, e.quote AS quote
ORDER BY site, d.key, e.start, e.end`,
  },
  {
    name: 'sizes-by-subtype',
    title: 'Sizes by subtype of disease',
    question: 'How large are deposits in each subtype of disease?',
    theme: 'deposits',
    parameters: [disease],
    columns: ['subtype', 'patients', 'deposits', 'smallest_mm', 'mean_mm', 'largest_mm'],
    cypher: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(g:Diagnosis {status: 'present'})-[:OF|OF_SUBTYPE]->(k:Disease {kind: 'subtype'})
WHERE $disease IS NULL OR k.id IN $disease
MATCH (c)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WHERE d.max_mm IS NOT NULL
RETURN k.label AS subtype, count(DISTINCT c.patient) AS patients, count(DISTINCT d) AS deposits, min(d.max_mm) AS smallest_mm,
  round(avg(d.max_mm) * 10) / 10 AS mean_mm, max(d.max_mm) AS largest_mm
ORDER BY patients DESC, subtype`,
  },
  {
    name: 'patients-with-many-sites',
    title: 'Patients with many sites',
    question: 'Whose deposits are spread over the most sites?',
    theme: 'deposits',
    parameters: [{ name: 'least', type: 'number', about: 'fewest sites', default: 3 }, limit(50)],
    columns: ['patient', 'sites', 'deposits', 'largest_mm', 'places'],
    cypher: `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})
WITH c.patient AS patient, count(d) AS deposits, max(d.max_mm) AS largest_mm WHERE deposits >= $least
MATCH (c:OfPaper {patient: patient})-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site)
WITH patient, deposits, largest_mm, s.label AS place ORDER BY place
WITH patient, deposits, largest_mm, collect(DISTINCT place) AS places
WITH patient, deposits, largest_mm, places, size(places) AS sites WHERE sites >= $least
RETURN patient, sites, deposits, largest_mm, places
ORDER BY sites DESC, patient LIMIT $limit`,
  },
  {
    name: 'site-pairs',
    title: 'Sites that go together',
    question: 'Which two sites are affected in the same patients?',
    theme: 'deposits',
    parameters: [site, limit(50)],
    columns: ['site', 'other', 'patients'],
    cypher: `MATCH (s:Site)<-[:AT]-(:Deposit {status: 'present'})<-[:HAS_DEPOSIT]-(c:Case)
WHERE $site IS NULL OR s.id IN $site
MATCH (c)-[:HAS_DEPOSIT]->(:Deposit {status: 'present'})-[:AT]->(o:Site)
WHERE s.label < o.label OR ($site IS NOT NULL AND s.label <> o.label)
RETURN s.label AS site, o.label AS other, count(DISTINCT c.patient) AS patients
ORDER BY patients DESC, site, other LIMIT $limit`,
  },
]
