/** Turns of phrase that mark where a narrative begins, goes on or ends. */

/** Case histories are told in the past; a paragraph that opens without it and in textbook words is no history. */
export const PAST =
  /\b(?:was|were|had|did|could|showed|revealed|presented|developed|underwent|received|complained|reported|noticed|demonstrated|disclosed|noted|denied|came|consulted|sought|visited|attended|brought|felt|fell|grew|began|became|suffered|gave|took|died|comprised|included|consisted|measured|remained)\b/i

/** Another report set beside this one: "as in our patient". */
export const COMPARISON =
  /\b(?:similar(?:ly)? to|like|unlike|as in|contrary to|in contrast to|compared (?:to|with)|different from|than in) (?:that of |those of |what )?(?:our|the present|this)\b/i

/** "We saw no benefit in three earlier patients": own, but not these. */
export const FORMER = /\b(?:other|earlier|previous|former|further|additional) (?:\w+ )?(?:patients?|cases?)\b/i

/** A subject that is pointed at: "The clinical picture is …", but not "Calcinosis cutis is …" or "Treatment includes …". */
export const POINTED =
  /^\W*(?:the|this|these|those|there|here|on|at|in|after|during|her|his|it|they|both|all|an?|one|two|three|several|multiple|some|few|no|x-?rays?|ct|mri|radiographs?|ultraso\w+|sonograph\w+|scintigra\w+|figs?|figures?|films?|laboratory|physical|clinical|examination|biopsy|histolog\w+|serum|blood|skin|microscop\w+|\d)/i

/** "Conclusions: …" inside an abstract that has no headings. */
export const CONCLUDING =
  /^\W*(?:conclusions?|background|objectives?|purpose|discussion|comments?|commentary|review|literature|lessons?|message|learning points?|teaching points?|take[- ]home (?:message|points?))\s*[:.]/i

/** "Patient. …", "Case history: …": the story begins. */
export const OPENING =
  /^\W*(?:(?:the )?(?:case|patient)(?: (?:history|report|presentation|summary|description|concerns|information|characteristics))?|(?:clinical |case |medical )?(?:history|summary|vignette|presentation))\s*[:.–—-](?:\s|$)/i

/** A line that opens a lesson among case notes: "Take home", "So what is FGF23 doing?"; but not "What is your diagnosis?". */
export const TEACHING =
  /^\W*(?:take[- ]?home(?: (?:points?|messages?))?|pearls?(?: and pitfalls)?|pitfalls|(?:key|learning|teaching) points?|what (?:else|helps|works)\b.*|so what\b.*|why (?:is|are|do|does)\b.*|how (?:to|do|does|is|are)\b.*|(?:an? )?approach(?: to .*)?|differential diagnos[ei]s(?: of .*)?|ddx.*|\w+ corner\b.*|classification(?: of .*)?|pathogenesis(?: of .*)?|types of .*|treatment (?:options|of .*)|questions\??|thank(?:s| you)\b.*)\W*$/i

/** "What is your diagnosis?" */
export const ASKS = /\bdiagnos[ei]s\b[^.?]{0,40}\?\W*$/i
/** "3. Cutaneous onchocercoma", "b) Gout". */
export const CHOICE = /^\W*(?:\d{1,2}|[a-h])[.)]\s/i
