/** Stance: whether a unit states facts of this paper's patients, of others, or of nobody. */

export interface Stance {
  readonly who: 'patient' | 'literature' | 'other' | 'nobody'
  readonly reason: string
}

export const patient = (reason: string): Stance => ({ who: 'patient', reason })
export const literature = (reason: string): Stance => ({ who: 'literature', reason })
export const nobody = (reason: string): Stance => ({ who: 'nobody', reason })
export const other = (reason: string): Stance => ({ who: 'other', reason })
