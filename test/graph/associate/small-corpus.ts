/** A small corpus made by hand for questions of association: who is in which cell can be counted on paper. */
import type { CaseRecord } from '../../../extractors/case-record.ts'
import { antibody, deposit, disease, finding, lab, record, treatment } from '../records.ts'

const DIFFUSE = disease('ssc', { subtypeKey: 'dcssc' })
const LIMITED = disease('ssc', { subtypeKey: 'lcssc' })

export const SMALL_CORPUS: readonly CaseRecord[] = [
  record('Big and positive', [
    {
      diseases: [DIFFUSE],
      antibodies: [antibody('scl70', 'positive'), antibody('aca', 'negative')],
      deposits: [deposit('thigh', 120), deposit('hand', 8)],
    },
    { diseases: [DIFFUSE], antibodies: [antibody('scl70', 'positive')], deposits: [deposit('l5', 50)] },
  ]),
  record('Small and positive', [
    {
      diseases: [LIMITED],
      antibodies: [antibody('scl70', 'positive')],
      deposits: [deposit('hand', 12)],
      outcome: null,
    },
  ]),
  record('Big and negative', [
    {
      diseases: [LIMITED],
      antibodies: [
        antibody('scl70', 'negative'),
        antibody('aca', 'positive', { titre: '1:640', pattern: 'centromere' }),
      ],
      deposits: [deposit('elbow', 60), deposit('knee', null)],
    },
  ]),
  record('Small and negative', [
    {
      diseases: [LIMITED],
      antibodies: [antibody('scl70', 'negative')],
      deposits: [deposit('hand', 5), deposit('elbow', null, { status: 'absent' })],
    },
    { diseases: [disease('dm')], antibodies: [antibody('scl70', 'negative')], deposits: [deposit('knee', 49.9)] },
    { diseases: [disease('dm')], antibodies: [antibody('scl70', 'negative')], deposits: [deposit('buttock', 20)] },
  ]),
  record('Equivocal', [{ antibodies: [antibody('scl70', 'equivocal')], deposits: [deposit('thigh', 80)] }]),
  record('Never tested', [{ antibodies: [antibody('ana', 'positive')], deposits: [deposit('thigh', 90)] }]),
  record('Never measured', [
    { antibodies: [antibody('scl70', 'positive')], deposits: [deposit('shoulder', null, { form: 'tumoral' })] },
  ]),
  record('Treated', [
    {
      age: null,
      treatments: [treatment('diltiazem', { response: 'improved' }), treatment('pamidronate', { response: 'none' })],
      findings: [finding('digital_ulcer')],
      labs: [lab('calcium', 'normal', 2.3)],
    },
    {
      sex: null,
      treatments: [treatment('diltiazem', { response: 'none' })],
      findings: [finding('digital_ulcer', 'absent')],
      labs: [lab('calcium', 'high', 3)],
    },
    {
      treatments: [treatment('diltiazem', { response: 'unknown' }), treatment('warfarin', { response: 'improved' })],
      labs: [lab('calcium', null, 2.2)],
    },
    { treatments: [treatment('diltiazem', { target: 'disease', response: 'improved' })] },
    { treatments: [treatment('colchicine', { status: 'refused' })] },
  ]),
]
