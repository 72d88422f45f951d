import { describe, expect, test } from 'vitest'
import { cohortEstimates } from '../../../graph/associate/cohort-estimates.ts'
import { parsePredicate } from '../../../graph/associate/parse-predicate.ts'
import { parseScreen } from '../../../graph/associate/screen.ts'

const conditionsOf = (text: string) => {
  const predicate = parsePredicate(text)
  return predicate.kind === 'fact'
    ? predicate.conditions.map(({ field, operator, values }) => [field.name, operator, values])
    : predicate
}

describe('predicates', () => {
  test.each([
    ['deposit.max_mm >= 50', [['deposit.max_mm', '>=', [50]]]],
    ['deposit.max_mm ≥ 50', [['deposit.max_mm', '>=', [50]]]],
    ['titre >= 1:320', [['titre', '>=', [320]]]],
    ['response in (improved, resolved)', [['response', '=', ['improved', 'resolved']]]],
    ['sex = Female', [['sex', '=', ['female']]]],
    ['pattern = "Fine speckled"', [['pattern', '=', ['fine speckled']]]],
  ])('%s', (text, conditions) => expect(conditionsOf(text)).toEqual(conditions))

  test('conditions on one kind of fact are one fact, in any order', () => {
    const predicate = parsePredicate('treatment = diltiazem & sex = male & response = improved')
    expect(predicate).toMatchObject({
      kind: 'and',
      of: [{ about: 'treatment', conditions: [{}, {}] }, { about: 'patient' }],
    })
  })

  test('brackets, not and | nest', () => {
    expect(parsePredicate('not (site in hand | site in foot) & sex = male')).toMatchObject({
      kind: 'and',
      of: [{ kind: 'not', of: { kind: 'or', of: [{ about: 'deposit' }, { about: 'deposit' }] } }, { about: 'patient' }],
    })
    expect(parsePredicate('sex != male')).toMatchObject({ kind: 'not', of: { about: 'patient' } })
  })

  test('a concept brings everything below it', () => {
    const ids = (text: string) => {
      const predicate = parsePredicate(text)
      return predicate.kind === 'fact' ? predicate.conditions[0]!.values : []
    }
    expect(ids('site in spine')).toEqual(expect.arrayContaining([...ids('site = L5')]))
    expect(ids('treatment = bisphosphonates')).toEqual(expect.arrayContaining([...ids('treatment = pamidronate')]))
    expect(ids('antibody = anti-topoisomerase I')).toEqual(ids('antibody = anti-Scl-70'))
  })

  test.each([
    ['antibdy = ACA', /antibody/],
    ['antibody = anti-Scl-7O', /did you mean/],
    ['site in shouldr', /shoulder/],
    ['deposit.max_mm >= big', /number/],
    ['response = cured', /resolved/],
    ['antibody > ACA', /no order/],
    ['antibody =', /a value/],
    ['(sex = male', /"\)"/],
    ['sex = male & ', /condition/],
    ['sex = male) x', /in place of/],
    ['', /condition/],
    ['response in (improved resolved', /improved resolved|","/],
  ])('%s is refused in one sentence', (text, reason) => {
    expect(() => parsePredicate(text)).toThrow(
      expect.objectContaining({ code: 'bad-question', message: expect.stringMatching(reason) }),
    )
  })

  test('what people write never becomes Cypher', () => {
    expect(() => parsePredicate('site = elbow" RETURN 1 //')).toThrow(expect.objectContaining({ code: 'bad-question' }))
    expect(() => parsePredicate('pattern = x}) DETACH DELETE n //')).toThrow(
      expect.objectContaining({ code: 'bad-question' }),
    )
  })
})

test('screens', () => {
  expect(parseScreen('antibody x site')).toEqual(['antibody', 'site'])
  expect(parseScreen('treatment × finding')).toEqual(['treatment', 'finding'])
  expect(() => parseScreen('antibody x shoe size')).toThrow(expect.objectContaining({ code: 'bad-question' }))
})

test('every published estimate can be read and lies in its own interval', () => {
  expect(cohortEstimates().length).toBeGreaterThan(4)
  for (const { exposure, about, oddsRatio, low, high, patients, citation } of cohortEstimates()) {
    expect(() => parsePredicate(exposure)).not.toThrow()
    expect(['burden', 'presence']).toContain(about)
    expect(low).toBeLessThan(oddsRatio)
    expect(oddsRatio).toBeLessThan(high)
    expect(patients).toBeGreaterThan(0)
    expect(citation).toMatch(/\d{4}/)
  }
})
