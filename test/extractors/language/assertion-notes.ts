/** The sentences of assertion/*.cases.ts, a table for each kind of note, in one list. */
import { CARDIOLOGY } from './assertion/cardiology.cases.ts'
import { DICTATED } from './assertion/dictated.cases.ts'
import { DISCHARGE_SUMMARY } from './assertion/discharge-summary.cases.ts'
import { EMERGENCY } from './assertion/emergency.cases.ts'
import { GASTROENTEROLOGY } from './assertion/gastroenterology.cases.ts'
import { HISTORY_PHYSICAL } from './assertion/history-physical.cases.ts'
import { INTENSIVE_CARE } from './assertion/intensive-care.cases.ts'
import { NEUROLOGY } from './assertion/neurology.cases.ts'
import { ONCOLOGY } from './assertion/oncology.cases.ts'
import { OPERATIVE } from './assertion/operative.cases.ts'
import { PATHOLOGY } from './assertion/pathology.cases.ts'
import { PEDIATRICS_OBSTETRICS } from './assertion/pediatrics-obstetrics.cases.ts'
import { PROGRESS } from './assertion/progress.cases.ts'
import { PSYCHIATRY } from './assertion/psychiatry.cases.ts'
import { RADIOLOGY } from './assertion/radiology.cases.ts'
import { SCOPE } from './assertion/scope.cases.ts'
import { SPECIALTIES } from './assertion/specialties.cases.ts'
import { SURGICAL_LETTER } from './assertion/surgical-letter.cases.ts'
import { WARD } from './assertion/ward.cases.ts'
import type { AssertionCase } from './assertion.cases.ts'

export const NOTES: readonly AssertionCase[] = [
  CARDIOLOGY,
  DICTATED,
  DISCHARGE_SUMMARY,
  EMERGENCY,
  GASTROENTEROLOGY,
  HISTORY_PHYSICAL,
  INTENSIVE_CARE,
  NEUROLOGY,
  ONCOLOGY,
  OPERATIVE,
  PATHOLOGY,
  PEDIATRICS_OBSTETRICS,
  PROGRESS,
  PSYCHIATRY,
  RADIOLOGY,
  SCOPE,
  SPECIALTIES,
  SURGICAL_LETTER,
  WARD,
].flat()
