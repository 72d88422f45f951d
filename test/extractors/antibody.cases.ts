/**
 * [why, sentence, expected]: `name result titre` for each antibody, in text order; names are term keys.
 * An antibody that was not tested, or not this patient's, must not appear.
 */
export const ANTIBODY_CASES: readonly (readonly [string, string, readonly string[]])[] = [
  // one cue in front of a list
  [
    'positive for a list',
    'Serology was positive for rheumatoid factor, antinuclear antibody and anti-Scl-70.',
    ['rf positive', 'ana positive', 'scl70 positive'],
  ],
  [
    'revealed positive for, titre and pattern in a bracket',
    'Autoimmune tests revealed positive for RF, antinuclear antibody (titres of 1/320 with nucleolar pattern) and anti-Scl-70 antibody.',
    ['rf positive', 'ana positive 1:320 nucleolar', 'scl70 positive'],
  ],
  [
    'tested negative for',
    'She tested negative for anti-centromere, anti-Scl-70 and anti-RNA polymerase III antibodies.',
    ['aca negative', 'scl70 negative', 'rnap3 negative'],
  ],
  [
    'seronegative for',
    'The patient was seronegative for rheumatoid factor and anti-CCP.',
    ['rf negative', 'ccp negative'],
  ],
  ['seropositive for', 'He was seropositive for anti-MDA5.', ['mda5 positive']],
  ['negativity for', 'There was negativity for anti-Sm and anti-dsDNA.', ['sm negative', 'dsdna negative']],
  [
    'positivity of',
    'Laboratory work-up showed positivity of ANA and anticentromere antibodies.',
    ['ana positive', 'aca positive'],
  ],
  ['presence of', 'Testing disclosed the presence of anti-PM-Scl antibodies.', ['pmscl positive']],
  ['absence of', 'The absence of anti-Jo-1 antibodies was confirmed.', ['jo1 negative']],
  ['no ... or', 'There were no anti-Ro or anti-La antibodies.', ['ro negative', 'la negative']],
  ['no detectable', 'No detectable anti-topoisomerase I antibodies were found.', ['scl70 negative']],
  [
    'with no detectable',
    'ANA was 1:640, with no detectable anti-dsDNA antibodies.',
    ['ana positive 1:640', 'dsdna negative'],
  ],
  [
    'without',
    'ANA were positive without anti-Scl-70 or anticentromere antibodies.',
    ['ana positive', 'scl70 negative', 'aca negative'],
  ],
  [
    'failed to detect',
    'Immunoblotting failed to detect anti-NXP2 or anti-MDA5 antibodies.',
    ['nxp2 negative', 'mda5 negative'],
  ],
  [
    'did not reveal',
    'Serologic tests did not reveal anti-Jo-1 or anti-Mi-2 antibodies.',
    ['jo1 negative', 'mi2 negative'],
  ],
  [
    'neither nor',
    'Neither anticentromere nor anti-Scl-70 antibodies were detected.',
    ['aca negative', 'scl70 negative'],
  ],
  // one cue behind a list
  [
    'list were negative',
    'Anticentromere antibodies, ds-DNA, Sm and ribonucleoprotein antibodies were negative.',
    ['aca negative', 'dsdna negative', 'sm negative', 'rnp negative'],
  ],
  [
    'bracketed members of a group',
    'Other autoantibodies (anti-Sm, anti-RNP, anti-SSA and anti-SSB) were all negative.',
    ['sm negative', 'rnp negative', 'ro negative', 'la negative'],
  ],
  [
    'including',
    'All autoantibodies, including ANA, anti-Scl-70, and anticentromere antibodies, were negative.',
    ['ana negative', 'scl70 negative', 'aca negative'],
  ],
  [
    'negative, including',
    'The myositis panel was negative, including anti-Jo-1, anti-Mi-2 and anti-NXP2.',
    ['jo1 negative', 'mi2 negative', 'nxp2 negative'],
  ],
  ['were detected', 'Anti-topoisomerase I antibodies were detected.', ['scl70 positive']],
  [
    'were not detected',
    'Anti-centromere and anti-Scl-70 antibodies were not detected.',
    ['aca negative', 'scl70 negative'],
  ],
  ['could not be detected', 'Antibodies to Jo-1 could not be detected.', ['jo1 negative']],
  ['was absent', 'Rheumatoid factor was absent.', ['rf negative']],
  [
    'within normal limits',
    'ANA, rheumatoid factor and anti-CCP were within normal limits.',
    ['ana negative', 'rf negative', 'ccp negative'],
  ],
  [
    'result came back',
    'Antinuclear antibody testing came back positive at 1:1280 with a speckled pattern.',
    ['ana positive 1:1280 speckled'],
  ],
  ['was found to be', 'Rheumatoid factor was found to be strongly positive.', ['rf positive']],
  ['elevated', 'Anti-dsDNA antibodies were elevated.', ['dsdna positive']],
  ['not elevated', 'Anti-dsDNA antibodies were not elevated.', ['dsdna negative']],
  // mixed
  [
    'two lists with two verbs',
    'ANA was positive and anti-dsDNA and anti-Sm were negative.',
    ['ana positive', 'dsdna negative', 'sm negative'],
  ],
  [
    'forward then backward',
    'Autoantibody screening was positive for ANA and anti-Scl-70, while anticentromere antibodies were negative.',
    ['ana positive', 'scl70 positive', 'aca negative'],
  ],
  [
    'positive for ..., but negative for',
    'Tests were positive for antinuclear antibodies (1:2560) but negative for anti-dsDNA and antiphospholipid antibodies.',
    ['ana positive 1:2560', 'dsdna negative', 'apl negative'],
  ],
  [
    'positive for ... and negative for',
    'She was positive for ANA and anti-Ro/SSA and negative for anti-La/SSB.',
    ['ana positive', 'ro positive', 'la negative'],
  ],
  [
    'whereas',
    'Anti-topoisomerase I antibodies were detected, whereas anticentromere antibodies were absent.',
    ['scl70 positive', 'aca negative'],
  ],
  [
    'adjectives in front',
    'Laboratory studies showed positive ANA, negative anti-dsDNA and negative rheumatoid factor.',
    ['ana positive', 'dsdna negative', 'rf negative'],
  ],
  [
    'adjectives behind',
    'ANA positive, anti-dsDNA negative, anti-Scl-70 positive.',
    ['ana positive', 'dsdna negative', 'scl70 positive'],
  ],
  [
    'adjectives behind a list',
    'ANA, anti-Scl-70 positive; ACA, anti-RNP negative.',
    ['ana positive', 'scl70 positive', 'aca negative', 'rnp negative'],
  ],
  ['signs', 'Serology: ANA +, ACA -, anti-RNP not done.', ['ana positive', 'aca negative']],
  [
    'signs in brackets',
    'Immunology: ANA (+), anti-Scl-70 (-), RF (-).',
    ['ana positive', 'scl70 negative', 'rf negative'],
  ],
  ['+ve and -ve', 'ANA +ve, anti-dsDNA -ve.', ['ana positive', 'dsdna negative']],
  ['colon', 'ANA: positive; RF: negative.', ['ana positive', 'rf negative']],
  ['hyphenated', 'The ANA-positive, anti-Jo-1-negative woman improved.', ['ana positive', 'jo1 negative']],
  [
    'both negative in a bracket',
    'ANA was 1:320 and anti-Ro and anti-La (both negative) were checked.',
    ['ana positive 1:320', 'ro negative', 'la negative'],
  ],
  [
    'result in a bracket after each',
    'Autoantibodies: ANA (positive, 1:640), RF (negative), anti-CCP (negative).',
    ['ana positive 1:640', 'rf negative', 'ccp negative'],
  ],
  [
    'but not',
    'Sera were positive for ANA but not anti-dsDNA or anti-Sm antibodies.',
    ['ana positive', 'dsdna negative', 'sm negative'],
  ],
  // titres and values
  [
    'titre alone',
    'ANA 1:640 (speckled), anti-Scl-70 >100 U/mL (normal < 20).',
    ['ana positive 1:640 speckled', 'scl70 positive =100 U/mL'],
  ],
  [
    'titre with thousands',
    'Antinuclear antibodies were positive (titer 1:1,280, homogeneous pattern).',
    ['ana positive 1:1280 nuclear homogeneous'],
  ],
  [
    'slash titre',
    'Autoantibody screening tests were positive for antinuclear (1/1000) and anticentromere antibodies.',
    ['ana positive 1:1000', 'aca positive'],
  ],
  ['reciprocal titre', 'ANA were positive at a titre of 640.', ['ana positive 1:640']],
  ['below the lowest dilution', 'ANA <1:40.', ['ana negative 1:40']],
  ['value over the range', 'Anti-CCP was 250 U/mL (normal range 0-20).', ['ccp positive =250 U/mL']],
  ['value under the range', 'Rheumatoid factor was 8 IU/mL (reference <14 IU/mL).', ['rf negative =8 IU/mL']],
  ['word beats value', 'Anti-RNP antibody was positive at 88 U/mL (negative < 20 U/mL).', ['rnp positive =88 U/mL']],
  ['value without a range says nothing', 'Rheumatoid factor was 22 IU/mL.', []],
  [
    'respectively',
    'ANA and RF were positive at 1:640 and 1:80, respectively.',
    ['ana positive 1:640', 'rf positive 1:80'],
  ],
  ['high titre of', 'A high titre of anti-U1-RNP antibodies was noted.', ['u1rnp positive']],
  ['high-titre adjective', 'He had high-titer antinuclear antibodies.', ['ana positive']],
  // exceptions
  ['negative except for', 'The autoimmune panel was negative except for ANA (1:160).', ['ana positive 1:160']],
  [
    'unremarkable except for',
    'The immunological profile was unremarkable except for anti-PM/Scl-75 antibodies.',
    ['pmscl75 positive'],
  ],
  [
    'leading exception',
    'Except for ANA, all antibodies (RF, ACA, anti-Scl-70) were negative.',
    ['ana positive', 'rf negative', 'aca negative', 'scl70 negative'],
  ],
  ['apart from a positive', 'Apart from a positive ANA, serology was unremarkable.', ['ana positive']],
  // verbs of finding
  [
    'revealed a list',
    'Blood tests revealed antinuclear antibodies and anti-Scl-70 antibodies.',
    ['ana positive', 'scl70 positive'],
  ],
  ['with', 'She had diffuse systemic sclerosis with anti-Scl70 antibody positivity since 1998.', ['scl70 positive']],
  ['named disease', 'He had anti-NXP2 juvenile dermatomyositis.', ['nxp2 positive']],
  [
    'antibody-positive disease',
    'This girl with anti-NXP2-positive juvenile dermatomyositis developed plaques.',
    ['nxp2 positive'],
  ],
  ['antibodies against', 'Antibodies against RNA polymerase III were present.', ['rnap3 positive']],
  ['OCR slip', 'Anti-Scl-7O antibodies were positive.', ['scl70 positive']],
  [
    'Greek letters',
    'Anti-TIF1-γ and anti-β2 glycoprotein I antibodies were negative.',
    ['tif1g negative', 'b2gpi negative'],
  ],
  ['equivocal', 'Anti-Ro52 was equivocal.', ['ro52 equivocal']],
  [
    'lupus anticoagulant',
    'Lupus anticoagulant and anticardiolipin antibodies were negative.',
    ['la_lac negative', 'acl negative'],
  ],
  ['ANCA', 'ANCA were negative.', ['anca negative']],
  [
    'abbreviation in brackets',
    'Anti-nuclear antibody (ANA) and rheumatoid factor (RF) were negative.',
    ['ana negative', 'rf negative'],
  ],
  [
    'centromere pattern is a pattern',
    'ANA was positive at 1:1280 with a centromere pattern.',
    ['ana positive 1:1280 centromere'],
  ],
  ['weakly positive', 'RF was weakly positive and ANA negative.', ['rf positive', 'ana negative']],
  ['anti-Sm/RNP', 'Anti-Sm/RNP antibodies were positive.', ['smrnp positive']],
  [
    'noun and copula',
    'Tests for ANA and anti-Scl-70 were positive, and those for RF and anti-dsDNA were negative.',
    ['ana positive', 'scl70 positive', 'rf negative', 'dsdna negative'],
  ],
  // what follows after the result
  [
    'as was',
    'ANA and ENA were negative, as was the rheumatoid factor.',
    ['ana negative', 'ena negative', 'rf negative'],
  ],
  [
    'so were',
    'ANA were positive (speckled pattern, titre 1:320), and so were the anti-PM-Scl antibodies.',
    ['ana positive 1:320 speckled', 'pmscl positive'],
  ],
  [
    'ellipsis',
    'Anti-fibrillarin antibodies were detected, and those to Th/To and Scl-70 were not.',
    ['u3rnp positive', 'thto negative', 'scl70 negative'],
  ],
  ['became', 'Anti-Scl-70 antibody was initially negative but became positive two years later.', ['scl70 positive']],
  [
    'a bracket that is no list',
    'Only ANA was positive (1:80), the remaining autoantibodies (anti-Sm, anti-Ro) being negative.',
    ['ana positive 1:80', 'sm negative', 'ro negative'],
  ],
  [
    'the exception repeats a name',
    'ANA, RF and ANCA were negative except for a low-titre ANA of 1:80.',
    ['rf negative', 'anca negative', 'ana positive 1:80'],
  ],
  [
    'line blot',
    'The blot showed 3+ Scl-70, 2+ Ro-52 and was negative for Sm and RNP.',
    ['scl70 positive', 'ro52 positive', 'sm negative', 'rnp negative'],
  ],
  ['screening gave a result', 'Screening for ANA and ANCA gave negative results.', ['ana negative', 'anca negative']],
  ['remarkable for', 'Serology was remarkable for anticentromere antibodies.', ['aca positive']],
  ['number before its range', 'Anti-RNA polymerase III IgG 156 (0-19 units).', ['rnap3 positive =156 null']],
  ['phospholipid units', 'Anticardiolipin IgG was 58 GPL.', ['acl positive =58 GPL']],
  ['titre in words', 'The ANA had a titre of 1 in 640.', ['ana positive 1:640']],
  [
    'grounds of a diagnosis',
    'The diagnosis was made on the basis of Gottron papules and anti-MDA5 antibodies.',
    ['mda5 positive'],
  ],
  ['bare antigen on a slide', 'Scl-70 negative', ['scl70 negative']],
  ['group with members', 'Among the myositis-specific antibodies, anti-NXP2 was positive.', ['nxp2 positive']],
  ['previously negative', 'The ANA, previously negative, had turned positive (1:160).', ['ana positive 1:160']],
  ['no longer', 'Anti-Scl-70, which had been positive in 2009, was no longer detectable.', ['scl70 negative']],
  ['never had a positive', 'She has never had a positive ANA.', ['ana negative']],
  ['but after no', 'No ANA, no RF, but antibodies to Mi-2.', ['ana negative', 'rf negative', 'mi2 positive']],
  [
    'but not with a bare antigen',
    'Her serum reacted with topoisomerase I but not with centromere.',
    ['scl70 positive', 'aca negative'],
  ],
  ['the only positive antibody was', 'The only positive antibody was anti-TIF1-gamma.', ['tif1g positive']],
  [
    'plus minus',
    'ENA: anti-Ro52 (+++), anti-La (-), anti-Jo-1 (+/-).',
    ['ro52 positive', 'la negative', 'jo1 equivocal'],
  ],
  [
    'below a bound',
    'ACA was 2.8 (normal <1.0) and Scl-70 was <0.2.',
    ['aca positive =2.8 null', 'scl70 negative =0.2 null'],
  ],
  ['reactive', 'Anti-SSA antibodies were weakly reactive and ANCA non-reactive.', ['ro positive', 'anca negative']],
  ['result under an article', 'The search for anti-Scl-70 antibodies gave a positive result.', ['scl70 positive']],
  [
    'result words in front of two names',
    'RNA polymerase III and centromere antibodies were within the reference range.',
    ['rnap3 negative', 'aca negative'],
  ],
  // traps
  ['not done has no row', 'Anti-centromere antibodies were not tested.', []],
  ['pending has no row', 'Myositis-specific antibodies are pending; ANA was negative.', ['ana negative']],
  ['testing alone has no row', 'We ordered ANA and anti-Scl-70 antibodies.', []],
  ['advice has no row', 'Antinuclear antibodies should be sought in such patients.', []],
  ['normal labs beside an antibody', 'Serum calcium was normal and anti-Scl-70 was positive.', ['scl70 positive']],
  ['a condition', 'If ANA is positive, further tests should be done.', []],
  ['positive culture', 'Wound culture was positive for Staphylococcus aureus; ANA was negative.', ['ana negative']],
  ['La Paz is no antibody', 'She was referred to Hospital La Paz.', []],
  ['family', 'Her mother had a positive ANA.', []],
  ['negative biopsy', 'A biopsy was negative for malignancy.', []],
]
