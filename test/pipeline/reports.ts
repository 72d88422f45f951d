/** Short case reports, each with its own facts, for tests of how papers run through. */

export interface ReportFacts {
  readonly age?: number
  readonly sex?: 'woman' | 'man'
  readonly titre?: number
  readonly scl70?: 'positive' | 'negative'
  readonly mm?: number
  readonly side?: 'left' | 'right'
  readonly doi?: string
  readonly title?: string
}

/** A report as a text file; different facts make different bytes. */
export function report(facts: ReportFacts = {}): Uint8Array {
  const { age = 54, sex = 'woman', titre = 640, scl70 = 'negative', mm = 35, side = 'left', doi, title } = facts
  return new TextEncoder().encode(`${title ?? `Calcinosis of the ${side} elbow at ${age} years`}
${doi ? `\ndoi: ${doi}\n` : ''}
Case report

A ${age}-year-old ${sex} with limited cutaneous systemic sclerosis was seen for hard nodules of the ${side} elbow. Anticentromere antibodies were positive at 1:${titre} and anti-Scl-70 antibodies were ${scl70}. A radiograph showed a calcified mass of ${mm} x 20 mm in the ${side} elbow. Diltiazem was given, and the mass was excised.

Discussion

Calcinosis is common in systemic sclerosis.
`)
}
