/**
 * What the server needs of an installation, in the words of the API. `installation-ports.ts` binds it to the real
 * stores; tests give one that lives in memory.
 */

import type {
  AnswerCard,
  AssociationRequest,
  CaseSummary,
  GraphPicture,
  Matrix,
  Menus,
  QueryDescription,
  Rows,
  SiteMap,
} from './schemas/graph.ts'
import type {
  Extraction,
  ExtractionDiff,
  JOB_STATES,
  Job,
  JobList,
  ScheduleList,
  ScheduleRequest,
  ServerEvent,
  Status,
} from './schemas/operation.ts'
import type {
  Decision,
  DecisionRequest,
  PaperDetail,
  PaperFilter,
  PaperList,
  PaperText,
  UploadAnswer,
} from './schemas/papers.ts'

export type Parameters = Readonly<Record<string, string | number | boolean | null>>

export interface Upload {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface PaperFile {
  readonly bytes: Uint8Array
  readonly file: string
  readonly contentType: string
}

export interface PapersPort {
  list(filter: PaperFilter): Promise<PaperList>
  detail(id: string): Promise<PaperDetail | null>
  text(id: string): Promise<PaperText | null>
  file(id: string): Promise<PaperFile | null>
  add(upload: Upload): Promise<UploadAnswer>
  /** Queues a failed paper again; false where it is unknown or did not fail. */
  retry(id: string): Promise<boolean>
  /** False where the paper is unknown. */
  remove(id: string): Promise<boolean>
  /** null: no such paper or fact. A withdrawn decision answers null as well, with `known`. */
  decide(id: string, request: DecisionRequest): Promise<{ readonly known: boolean; readonly decision: Decision | null }>
}

export interface GraphPort {
  queries(): Promise<readonly QueryDescription[]>
  /** Throws ServerProblem for an unknown name or a wrong parameter. */
  runQuery(name: string, parameters: Parameters): Promise<Rows>
  runCypher(cypher: string, parameters: Parameters): Promise<Rows>
  menus(): Promise<Menus>
  associate(request: AssociationRequest): Promise<AnswerCard>
  sites(): Promise<SiteMap>
  matrix(): Promise<Matrix>
  cases(search: string): Promise<readonly CaseSummary[]>
  casePicture(caseId: string): Promise<GraphPicture | null>
}

export interface JobsPort {
  list(state: (typeof JOB_STATES)[number] | null, limit: number): Promise<JobList>
  show(id: string): Promise<Job | null>
  retry(id: string): Promise<boolean>
  /** Calls back on every change until the returned function is called. */
  watch(listener: (event: ServerEvent) => void): () => void
}

export interface SchedulesPort {
  list(): Promise<ScheduleList>
  add(request: ScheduleRequest): Promise<void>
  remove(id: string): Promise<boolean>
  run(id: string): Promise<boolean>
}

export interface ExtractionsPort {
  list(): Promise<readonly Extraction[]>
  diff(id: string): Promise<ExtractionDiff | null>
  /** What re-extraction with the present rules would change; writes nothing. */
  preview(): Promise<ExtractionDiff>
  /** Extracts every outdated paper again. */
  run(): Promise<Extraction>
  /** False where the run is unknown. Throws ServerProblem where it cannot be taken back. */
  rollback(id: string): Promise<boolean>
}

export interface OperationPort {
  status(): Promise<Status>
  /** False with a reason where a store cannot be reached. */
  ready(): Promise<{ readonly ready: boolean; readonly problems: readonly string[] }>
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>
}

export interface ServerPorts {
  readonly papers: PapersPort
  readonly graph: GraphPort
  readonly jobs: JobsPort
  readonly schedules: SchedulesPort
  readonly extractions: ExtractionsPort
  readonly operation: OperationPort
  /** Where unexpected errors are told; nowhere if absent. */
  readonly logError?: (error: unknown, request: string) => void
}

/** A refusal with its HTTP status; the message is one sentence for a person. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly code: string

  constructor(status: ServerProblem['status'], code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.code = code
  }
}
