/** How far a cue reaches forward: to the end of its clause, its phrase, its condition or the next word. */
import { clauseStart, endsOpening, isFronted, isSubject, opensClause, opensFinding } from './clause.ts'
import type { CueMatch, CueSense, Effect, Reach } from './cue.ts'
import { isFiniteVerb, isJoint, isOriginNoun, isPerson, isRelative } from './grammar.ts'
import { endsReachOf, isGoverned } from './meeting.ts'
import { asideEnd, listEnd, ownVerbEnd, takesComplement } from './own-words.ts'
import { endsCondition, endsPhrase } from './phrase.ts'
import { hasEffect, MAX_REACH_WORDS, type Region, type Scene } from './scene.ts'
import { isDash } from './statement.ts'
import type { Token } from './tokens.ts'

/** What a forward cue governs. */
export function forwardRegion(scene: Scene, cue: CueMatch, { effect, reach }: Omit<CueSense, 'direction'>): Region {
  if (reach === 'word') return nextWord(scene, cue)
  const { tokens } = scene
  // "many, but not fatal, episodes"
  const isAside = tokens[cue.from - 1]?.text === 'but' && tokens[cue.from - 2]?.text === ','
  return { from: cue.to, to: forwardEnd(scene, cue, isAside ? 'condition' : reach, effect) }
}

/** "non-tender nodule": the hyphenated word alone. */
function nextWord({ tokens }: Scene, cue: CueMatch): Region {
  const from = tokens[cue.to]?.text === '-' ? cue.to + 1 : cue.to
  return { from, to: Math.min(from + 1, tokens.length) }
}

/** The way from a cue to the end of its reach, and what was met on it. */
interface Walk {
  readonly scene: Scene
  readonly cue: CueMatch
  readonly reach: Reach
  readonly effect: Effect
  /** Behind the cue's own verb. */
  readonly start: number
  readonly limit: number
  /** Whether a clause is governed: its verbs do not end the reach. */
  isComplement: boolean
  verbs: number
  /** The last comma or conjunction, -1 before the first. */
  joint: number
}

/** Where a forward reach ends, as a token index. */
export function forwardEnd(scene: Scene, cue: CueMatch, reach: Reach, effect: Effect): number {
  const walk: Walk = {
    scene,
    cue,
    reach,
    effect,
    start: ownVerbEnd(scene.tokens, cue),
    limit: Math.min(listEnd(scene, cue), cue.to + MAX_REACH_WORDS),
    isComplement: takesComplement(scene, cue),
    verbs: 0,
    joint: -1,
  }
  for (let at = firstWord(scene, cue, reach); at < walk.limit; at++) {
    const met = scene.cueAt[at]
    if (met && met.from >= walk.start && endsReachOf(effect, met)) {
      if (!isGoverned(scene, cue, at, effect)) return at
      at = met.to - 1
    } else if (asideFrom(scene, at) > at) at = asideFrom(scene, at)
    else {
      const end = endAt(walk, at)
      if (end !== null) return end
    }
  }
  return walk.limit
}

/** The end of the reach that this word brings; null where it goes on. */
function endAt(walk: Walk, at: number): number | null {
  const { scene, cue, reach, effect } = walk
  const { tokens } = scene
  const token = tokens[at]!
  if (breaksOff(tokens, cue, at) || isForWhatIsGiven(walk, at)) return at
  if (/^(?:that|if|whether)$/.test(token.text)) walk.isComplement = true
  if (reach === 'phrase' && at > cue.to && endsPhrase(scene, at)) return at
  if (reach === 'condition' && at > cue.to + 1 && endsCondition(scene, at, walk.limit)) return at
  if (isJoint(token)) return endAtJoint(walk, at)
  if (at < walk.start || reach === 'condition') return null
  // "Despite no previous trouble he now has dysphagia"
  if (effect === 'negated' && isPerson(token) && !walk.isComplement && !isRelative(tokens[at - 1])) return at
  return isFiniteVerb(token) && !isFiniteVerb(tokens[at - 1]) ? endAtVerb(walk, at) : null
}

function endAtJoint(walk: Walk, at: number): number | null {
  const { scene, cue, reach, effect } = walk
  // "cares for her mother and has back pain": the relative is no subject
  const mayBeSubject = reach === 'subject' && walk.verbs === 0 && (effect !== 'other' || isSubject(scene, cue))
  if (opensClause(scene, at, mayBeSubject)) return at
  if (effect === 'negated' && (opensFinding(scene.tokens, at) || endsOpening(scene, cue, at, walk.limit))) return at
  walk.joint = at
  return null
}

function endAtVerb(walk: Walk, at: number): number | null {
  const { scene, cue, reach, effect } = walk
  if ((reach === 'subject' && walk.verbs === 0) || walk.isComplement) {
    walk.verbs++
    return null
  }
  const isWholeSubject = effect !== 'negated' && effect !== 'possible' && isSubject(scene, cue)
  return isWholeSubject ? at : clauseStart(scene, cue, walk.joint, at)
}

/** "No cause was found for the anaemia": the anaemia is there. */
const isForWhatIsGiven = ({ scene: { tokens }, cue, effect }: Walk, at: number): boolean =>
  effect === 'negated' && tokens[at]!.text === 'for' && tokens.slice(cue.to, at).some(isOriginNoun)

/** The last token of a bracket or of words without a say, such as "but are not limited to"; itself where neither begins. */
function asideFrom({ closes, cueAt }: Scene, at: number): number {
  const cue = cueAt[at]
  return cue?.from === at && hasEffect(cue, 'pseudo') ? cue.to - 1 : closes[at]!
}

/** At a dash, the colon of a label, or the end of the bracket in which the cue stands. */
const breaksOff = (tokens: readonly Token[], cue: CueMatch, at: number): boolean =>
  /^[)\]]$/.test(tokens[at]!.text) || (at > cue.to && (isDash(tokens, at) || isLabelEnd(tokens, at)))

/** "NEURO:" after a denial begins another entry; "the following:" does not. */
const isLabelEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === ':' && tokens[at - 1]!.text !== 'following'

/** The first word that may end the reach: behind an aside, and behind the comma of "Ten years ago, he had a stroke". */
function firstWord(scene: Scene, cue: CueMatch, reach: Reach): number {
  const aside = asideEnd(scene, cue)
  const opensSentence = scene.tokens[cue.to]?.text === ',' && isFronted(scene, cue) && reach === 'subject'
  return aside === cue.to && opensSentence ? cue.to + 1 : aside
}
