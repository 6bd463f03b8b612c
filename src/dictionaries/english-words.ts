/**
 * How common English words are, in words per million, roughly: everyday words first, then those of public workplaces. Put together
 * for Pejling by hand; only the order of size matters. An inflected form that is not here is judged by the word it belongs to.
 */
export const ENGLISH_WORDS: readonly [perMillion: number, words: string][] = [
  [20000, `the of and to a in is that for it as was with be on by are this from at or have not an we you i`],
  [
    5000,
    `they he but his which their can all has there been if more when will would who so no out up into do our any what its about than
    them some her she him your one other time only may should could these those then also my how such where must each over most us
    were had did does make made new between both through well before after being because while same during under own way even`,
  ],
  [
    1200,
    `people work good leader leaders leadership manager managers management employee employees staff team teams organisation
    organisations organization citizens citizen public service services task tasks goal goals need needs use used using many much
    now here down first last two three four five six year years day days part place right take takes give gives given get find help
    know think see say says said show shows want ask asks look come go going set sets keep keeps let like long little great small
    large high low better best different important possible clear clearly together within without against among across every
    another something nothing always never often still again next too very just back off around however therefore whether
    since until though although yet ever else less least few several enough quite rather perhaps almost already upon per via`,
  ],
  [
    300,
    `develop development develops create creates created support supports supported ensure ensures ensured improve improvement share
    shared sharing common community trust values value responsible responsibility responsibilities quality result results change
    changes learn learning knowledge decision decisions decide framework direction meaning purpose aim aims practice practices
    principle principles level levels role roles group groups member members colleague colleagues dialogue meeting meetings question
    questions answer answers resource resources budget strategy strategic plan plans planning process processes project projects
    problem problems solution solutions expect expects expectation expectations behaviour behavior attitude skill skills competence
    competences ability abilities able motivate motivation engage engagement involve involves involvement respect open openness
    honest honesty feedback reflect reflection challenge challenges opportunity opportunities effort efforts effect effects effective
    efficient council municipality municipal region local government political politician politicians policy policies department
    departments unit units office director directors head heads chief board society social health care school schools children child
    young old family families business company companies partner partners partnership cooperation collaborate collaboration
    collaborative culture environment safe safety security secure well-being welfare life live lives world country area areas
    information communicate communication communicates listen listens speak talk word words language text name names list point points
    example examples case cases fact facts reason reasons cause matter matters order form forms number numbers line lines page side
    end ends start starts begin begins continue continues follow follows following lead leads led leading act acts action actions
    active build builds building bring brings carry carries choose hold holds meet meets move moves offer offers provide provides
    reach read write written receive require requires required respond run running serve stand stands take taken taking tell think
    thought try turn understand understands understanding understood become becomes believe call called consider feel`,
  ],
  [
    60,
    `accept access account achieve achieves achieved achievement address advance advice affect agree agreed agreement allow allows
    analysis annual anticipate apply approach approaches appropriate approve argue aspect assess assessment assign attention available
    aware awareness balance base based basic basis benefit benefits beyond body bound boundary brave broad capacity career careful
    central centre certain chance character check civil class client close coach coherent collective combine comment commit
    commitment committed committee competent complete complex concern concerns concrete condition conditions conduct confidence
    confident confidential conflict conflicts connect consequence constant constructive contact contact context contribute contributes
    contribution control conversation conversations core correct cost courage courageous courses cover creative credible criteria
    critical curious curiosity current customer daily data deal define defined definition degree delegate delegates deliver delivers
    delivered delivery demand demands democratic depend describe described design desire detail develop developing differ difference
    differences difficult digital direct discuss discussion distance diverse diversity division document dynamic early easy economy
    education either employ empower enable enables encourage encourages energy equal especially essential establish evaluate evaluation
    event evidence evolve exchange exist experience experiences expert explain express external face facilitate fair fairness field
    final finance financial flexible flow focus force formal foster foundation free freedom friendly full function fundamental further
    future gain general genuine ground grow growth guide guidelines hand handle happen hard help helps helpful hope human idea ideas
    identify impact implement implementation improve include includes including inclusive increase independent individual individuals
    influence initiative initiatives innovate innovation innovative insight inspire inspires institution integrity interest interests
    internal introduce invite invites issue issues job join judge judgement just key kind lack language later law legal letter
    link listening load loyal main maintain major mandate manner map mark material measure measures media method methods mind minimum
    mission mistake mistakes mode model modern modest month morning mutual natural nature near necessary network networks night
    normal note notice objective objectives obligation observe obtain occupy offer operate operation operational operations opinion
    opposite option original outcome outcomes outside overall overview owner ownership paper participate participation path patient
    patients pay perform performance period person personal perspective perspectives physical picture plain play plays positive power
    prepare present presents preserve pressure prevent previous pride primary priorities prioritise priority private produce
    professional professionalism professionals progress promise promote promotes proper property protect proud prove purpose put
    pursue question quick raise range rate ready real realise reality really reasonable recent recognise recognition recruit
    reduce refer regard regular regulation relate relation relations relationship relationships relevant rely remain remember report
    represent request research resolve responsive rest retain return review risk risks robust room rule rules safe sector
    seek seeks sense separate serious session share short sign significant similar simple simply single situation situations skill
    society solve solves solving sound source space special specific speech stable stage stakeholder stakeholders standard state
    statement statements step steps strength strengthen strengthens strengths strong structure structures study subject success
    successful suggest suitable summary supervise sure survey sustainable system systems table target targets teach technical
    technology term test theme themes themselves thing things threat throughout title today tone tool tools top topic toward towards
    tradition train training transparency transparent treat trend true trustworthy truth type uncertain uncertainty union unique unity
    university useful user users usual variety various version view views visible vision visit voice voluntary volunteer volunteers
    wait walk warm watch water week weeks welcome whole wide willing win wish women workers workforce working workplace workplaces
    works worth wrong young bad mail male burn bum clam corn dose nail rail ear ear hear hear bear fear gear dear tear tum turn`,
  ],
  [
    120,
    `me am yes nor none nobody anybody everybody somebody anyone everyone someone anything everything everywhere itself yourself ourselves
    myself himself herself known shown given gone done seen told said asked found kept held left lost made met paid put read sent came went
    got took wrote began saw stood knew felt heard brought bought built chosen spoken broken count counted state stated total hearing round
    lead leads led further far near above below behind beside away alone along aside soon later late early often once twice sometimes
    usually almost nearly hardly indeed instead otherwise therefore moreover meanwhile whom whose whether why yet hope hopes cannot
    hundred thousand million percent date dates month months hour hours minute minutes moment afternoon evening tomorrow yesterday
    mother father brother sister son daughter man woman men boy girl friend friends house home street city town road car train
    black white red green blue colour light dark hot cold hard soft old older oldest lower lowest higher highest bigger biggest smaller
    looked worked wanted needed called used tried turned moved lived started happened provided included continued changed followed
    stopped created opened offered considered appeared expected stayed reached remained suggested required reported decided passed
    taken agreed produced raised based developed managed discussed involved respected valued trusted motivated inspired supported`,
  ],
];
