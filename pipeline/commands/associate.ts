/** `associate EXPOSURE OUTCOME`: the answer card; with `--screen`, all pairs of two families. */
import { Command, Option } from 'commander'
import { associate } from '../../graph/associate/associate.ts'
import { CARD_FORMATS, type CardFormat, renderCard } from '../../graph/associate/render-card.ts'
import { parseScreen, type ScreenRow, screen } from '../../graph/associate/screen.ts'
import { STRATA, type StrataName } from '../../graph/associate/strata.ts'
import { type Console, examples, UsageError } from './command.ts'
import { formatRows } from './print.ts'
import { wholeNumber } from './query.ts'
import { withInstallation } from './with-installation.ts'

interface AssociateOptions {
  readonly strata?: StrataName
  readonly format: CardFormat
  readonly strict?: boolean
  readonly members: number
  readonly screen?: string
}

const PREDICATES = `
A predicate is a statement about a patient, e.g.
  antibody = anti-Scl-70            a positive test (a negative one puts the patient on the other side)
  deposit.max_mm >= 50              the largest measured deposit
  site in spine                     a deposit there or anywhere within
  treatment = diltiazem & response in (improved, resolved)
  disease.subtype = diffuse`

export function associateCommand(console: Console): Command {
  return new Command('associate')
    .description('Do patients of whom one thing is true have the other, too? A card with numbers, patients and quotes.')
    .argument('[exposure]', 'a predicate in quotes')
    .argument('[outcome]', 'a predicate in quotes')
    .addOption(new Option('--strata <name>', 'also within each stratum, and pooled over them').choices(STRATA))
    .addOption(new Option('-f, --format <format>', 'how the card is printed').choices(CARD_FORMATS).default('card'))
    .option('--strict', 'a site or drug counts as absent only where a paper says so')
    .option('--members <number>', 'patients listed with quotes in each cell', wholeNumber, 10)
    .option('--screen <pair>', 'test every pair of two families instead, e.g. "antibody x site"')
    .addHelpText(
      'after',
      PREDICATES +
        examples(
          'associate "antibody = anti-Scl-70" "deposit.max_mm >= 50"',
          'associate "site in spine" "disease.subtype = limited" --strata disease --format md',
          'associate --screen "antibody x site" --format csv',
        ),
    )
    .action((exposure: string | undefined, outcome: string | undefined, options: AssociateOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        if (options.screen !== undefined) {
          const pair = parseScreen(options.screen)
          return console.out(screenText(await screen(await installation.graph(), pair, options), options.format))
        }
        if (exposure === undefined || outcome === undefined)
          throw new UsageError('Two predicates are needed: EXPOSURE and OUTCOME.')
        const card = await associate(await installation.graph(), exposure, outcome, options)
        console.out(renderCard(card, options.format).trimEnd())
      }),
    )
}

const SCREEN_COLUMNS = [
  'exposure',
  'outcome',
  'both',
  'exposure_only',
  'outcome_only',
  'neither',
  'odds_ratio',
  'low',
  'high',
  'p',
  'fdr',
]

function screenText(rows: readonly ScreenRow[], format: CardFormat): string {
  const flat = rows.map(({ exposure, outcome, table, oddsRatio, interval, fisherP, falseDiscoveryRate }) => ({
    exposure,
    outcome,
    both: table.a,
    exposure_only: table.b,
    outcome_only: table.c,
    neither: table.d,
    odds_ratio: rounded(oddsRatio),
    low: rounded(interval?.low ?? null),
    high: rounded(interval?.high ?? null),
    p: rounded(fisherP),
    fdr: rounded(falseDiscoveryRate),
  }))
  return formatRows(flat, format === 'json' || format === 'csv' ? format : 'table', SCREEN_COLUMNS)
}

/** Three significant digits; infinity has no number in JSON. */
function rounded(value: number | null): number | string | null {
  if (value === null || !Number.isFinite(value)) return value === null ? null : String(value)
  return Number(value.toPrecision(3))
}
