/**
 * How common Danish words are, in words per million, roughly: everyday words first, then those of public workplaces. Put together
 * for Pejling by hand; only the order of size matters. An inflected form that is not here is judged by the word it belongs to.
 */
export const DANISH_WORDS: readonly [perMillion: number, words: string][] = [
  [20000, `og i at det er en til af på som den de der med for har vi et ikke kan`],
  [
    6000,
    `om jeg han så vil skal du var fra men sig hun også os eller ved hvor være når hvad man efter nu ud op mere dem have min sin`,
  ],
  [
    2500,
    `få alle over blev bliver ind mod bare her dig mig noget nogle nogen ingen andre andet anden meget blive skulle kunne ville havde
    haft været måtte bør må mellem under både samt hvis vores jeres deres hvordan hvilke hvilket hvilken hvem hvorfor gør gøre
    gjort går gå gået får fået ser se set kommer komme kom kommet siger sige sagt giver give givet tager tage taget denne dette disse
    end dog kun selv sammen igen helt ham hende hans hendes sit sine mit mine dit dine din vor ens hinanden`,
  ],
  [
    900,
    `to tre fire fem seks syv otte ni ti år dag dage tid første sidste mange flere fleste mest mindre mindst store stor stort større
    størst største god godt gode bedre bedst bedste ny nyt nye hele hel del dele uden inden langs gennem igennem hver hvert enkelte enkelt
    samme altid aldrig ofte stadig fortsat allerede lige måske derfor fordi mens siden når hvorvidt hvorfra således dermed derved
    hvormed herunder heraf herfra hertil heri herved derudover desuden blandt omkring imod frem tilbage hen hjem ned derfra dertil
    hvorpå hvorved hvortil hvorefter inde ude oppe nede rundt sådan sådant sådanne nok ja nej tak jo lidt lille små lang langt lange
    længere kort korte høj højt høje højere højest lav lavt lave lavere både hverken enten ligesom selvom såvel idet efterhånden
    før imidlertid hvilket nemlig egentlig fx bl evt osv dvs mv samtidig nogle hinandens indenfor udenfor overfor ovenfor nedenfor
    ift mht ca kr pct nr stk inkl ekskl pga jf hhv vedr tlf kl pr`,
  ],
  [
    400,
    `ledelse ledelsen ledelses leder ledere lederen lederne lede leder ledelsesgrundlag ledelsesgrundlaget kommune kommunen kommunens
    kommuner region regionen medarbejder medarbejdere medarbejderen medarbejderne medarbejdernes borger borgere borgerne borgeren
    borgernes opgave opgaver opgaven opgaverne mål målet målene måling målinger målingen målingerne måle måler måles målt målsætning målsætninger arbejde arbejder arbejdet arbejds
    formål formålet dato datoen kerneopgave kerneopgaven kerneopgaver organisation organisationen organisationens organisationer udvikling udvikle udvikler
    udviklingen ansvar ansvaret resultat resultater resultaterne kvalitet kvaliteten samarbejde samarbejder samarbejdet tillid
    retning retningen rammer ramme rammerne skabe skaber skabt sikre sikrer sikret understøtte understøtter understøttes fælles
    fællesskab fællesskaber fællesskabet fællesskabets forventning forventninger forventningerne dialog dialogen dialoger viden
    faglig fagligt faglige faglighed kompetence kompetencer beslutning beslutninger beslutningen beslutte behov behovet
    værdi værdier værdierne værdien mening betyder betydning forskellige forskellig forskel forskelle mulighed muligheder
    muligt mulige mulig muligheden løsning løsninger løsningen løse løser løst løses forandring forandringer forandringerne
    trivsel arbejdsplads arbejdspladsen arbejdspladser fokus mennesker menneske menneskers gruppe grupper gruppen
    råd rådet rådgivning måde måder måden område områder området områderne forhold forholdet niveau niveauer niveauet plan planer
    eksempel eksempler tydelig tydeligt tydelige tydelighed klar klart klare vigtig vigtigt vigtige brug bruge bruger brugere brugt
    bruges hjælp hjælpe hjælper side sider siden ord tale taler talt tænke tænker tænkt høre hører hørt læse læser læst lære
    lærer lært læring møde møder mødet mødes mødt stå står stået stille stiller stilles sætte sætter sat sættes føre fører ført
    føres følge følger fulgt følges følge vise viser vist vælge vælger valgt holde holder holdt finde finder fundet leve lever
    lægge lægger lagt lægges ligge ligger spørge spørger spurgt spørgsmål spørgsmålet svar svare svarer ske sker sket kende kender kendt
    bør burde tør turde ønske ønsker ønsket kræve kræver krav kravet kravene`,
  ],
  [
    150,
    `afdeling afdelinger afdelingen team teams enhed enheder enheden forvaltning forvaltningen forvaltninger direktør direktører
    direktøren direktion direktionen chef chefer chefen mellemleder topleder daglig dagligt daglige dagligdag dagligdagen hverdag hverdagen
    politisk politiske politik politikker politiker politikere byråd byrådet kommunalbestyrelse kommunalbestyrelsen udvalg udvalget
    styring styre styrer styret økonomi økonomien økonomisk økonomiske budget budgettet budgetter ressource ressourcer ressourcerne
    drift driften strategi strategien strategier strategisk strategiske vision visionen visioner mission indsats indsatser indsatsen
    indsatserne proces processer processen projekt projekter projektet struktur strukturer kultur kulturen kulturer
    princip principper principperne grundlag grundlaget udgangspunkt udgangspunktet sammenhæng sammenhænge sammenhængen helhed helheden
    helheder samspil samspillet samskabelse netværk relation relationer relationen omverden omverdenen samfund samfundet samfundets
    virksomhed virksomheder virksomheden myndighed service innovation innovativ innovative nysgerrig nysgerrige nysgerrighed
    åben åbent åbne åbenhed ærlig ærligt ærlige ærlighed troværdig troværdige troværdighed respekt anerkende anerkender anerkendelse
    anerkendende motivation motivere motiverer motiverede engagement engagere engagerer engagerede inddrage inddrager inddragelse inddrages
    involvere involverer uddelegere uddelegerer prioritere prioriterer prioritering prioriteringer følgeskab rolle roller rollen
    rollemodel rollemodeller handle handler handling handlinger handlekraft adfærd adfærden holdning holdninger vane vaner
    feedback evaluere evaluering opfølgning refleksion reflektere reflekterer læringskultur fejl succes succeser udfordring
    udfordringer udfordre udfordrer forbedre forbedrer forbedring forbedringer effekt effekter effekten effektiv effektivt effektive
    formål formålet årsag årsager grund grunde begrundelse trin skridt tidligt tidligere tidlig nær nære nærhed nærvær nærværende
    ansat ansatte ansætte ansættelse afsæt afsættet udsyn overblik blik øje øjne øjnene hånd hænder hoved krop hjerte kraft
    styrke styrker styrket styrkes støtte støtter støttet svær svært svære let nem nemt nemme sund sundhed sundhedsområdet ældre
    børn barn børnene unge ung voksne voksen familie familier pårørende patient patienter elev elever skole skoler skolen
    dagtilbud sygehus plejehjem hjemmepleje social sociale socialt tværs tværgående tværfaglig tværfaglige tværfagligt
    medarbejderskab ejerskab lederskab arbejdsmiljø arbejdsmiljøet sygefravær nærmeste nærmere næste næsten først
    føle føler følelse følelser kær kære glæde glæder glad glade håb håbe håber tro tror trygge tryg trygt tryghed psykologisk
    sprog sproget tekst navn navne liste punkt punkter emne emner tema temaer kapitel afsnit indhold
    begynde begynder begyndt starte starter slutte slutter ende ender fortsætte fortsætter fortælle fortæller fortalt forstå forstår
    forstået forståelse forståelsen opnå opnår opnået opnås indgå indgår foregå foregår udgør udgøre udføre udfører udført udføres udøve
    udøver udøves gennemføre gennemfører gennemført gennemføres tilføre indføre drøfte drøfter drøftes drøftelse drøftelser drøftet
    behøve behøver søge søger søgt søges forsøge forsøger besøg besøge undersøge undersøger undersøgelse undersøgelser
    påvirke påvirker påtage påtager pålægge pege peger åbner årlig årligt årlige måned måneder måle måler måling målinger målt målrettet
    målrettede håndtere håndterer håndtering hårdt hård båd båden råde råder råderum rådighed nå når nået gård
    løbe løber løbende løb løfte løfter løft løn tør rød grøn dør død dør mørk tøj sød
    være værdig væsentlig væsentligt væsentlige væk vækst værktøj værktøjer værn værdsætte værdsætter vægt vægte læge læger tæt tættere
    tæller tænkning nænsom næppe ægte ære æble ændre ændrer ændring ændringer ændres ændret række rækker rækkefølge rækkevidde
    særlig særligt særlige særskilt sætning samlet samlede samle samler mødeleder mødested bøde kød rådhus rådhuset år året årene årets
    beskrive beskriver beskrevet beskrives bidrage bidrager bidrag bygge bygger bygget bringe bringer leverer levere leveret
    tage ansvarlig ansvarlige ansvarlighed ordentlig ordentligt ordentlige ordentlighed professionel professionelle professionelt
    professionalisme saglig sagligt saglige konkret konkrete fremtid fremtiden fremtidens fremtidige nuværende aktuel aktuelle
    gavn gavne bæredygtig bæredygtige bæredygtighed digital digitale digitalt data teknologi teknologier grøn grønne omstilling
    velfærd velfærden velfærds kvalificere kvalificeret mangfoldighed forskellighed ligestilling frivillig frivillige forening foreninger`,
  ],
  [
    50,
    `afgøre afgør afgørende afhænge afhænger afhængig aflaste aflevere aflyse afprøve afprøver afprøvet afspejle afspejler afstemme
    afstemmer aftale aftaler aftalt aktør aktører aktiv aktivt aktive alder allevegne alment analyse anbefale anbefaling anbefalinger
    angå angår anledning anliggende anse anses ansigt anvende anvender anvendes anvendt arrangement autentisk autonomi baggrund
    balance balancere balancerer bane barsel basis bebrejde bede beder bedømme begejstring begge begrænse begrænsning begrænset begreb
    begreber begrunde begrundet behandle behandler behandling beholde bekymring bekymringer belastning belyse bemærke bero berøre berører
    berørte beskyttelse bestemme bestemmer bestemt bestyrelse bestyrelsen bestå består bevare bevarer bevidst bevidsthed bevæge bevæger
    bevægelse blande bløde bo bor bold bord borgmester borgmesteren borgernær brev brobygning bryde bud bund bus by byen byer båret bære bærer
    bærende bånd centrum center centrale central chance dannelse danne danner danske dansk danmark delagtig deltage deltager deltagere
    demokrati demokratisk dermed digte dilemma dilemmaer direkte disciplin dygtig dygtige dygtigere dyb dybt dække dækker døgn dømme
    døre effektivitet efteruddannelse efterspørge efterspørger egen eget egne egenskab ejer ekstern eksterne element elementer enig enige
    enighed erfare erfaring erfaringer erkende erkender etablere etablerer etik evne evner eventuel eventuelle fag fagområde faktisk falde
    falder farve fast faste fastholde fastholder fastholdelse fastlægge fastlægger fastsætte ferie film fjerde flad flow flytte flytter forbindelse
    forberede forberedelse forberedt fordele fordeler fordeling forebygge forebygger forebyggelse foretage forhandle forhandling forhindre
    forklare forklarer forklaring formidle formidler formulere formuleret fornuft forpligte forpligter forpligtende forpligtelse forrest forskning
    forslag fortrolig fortrolige fortrolighed forudsætning forudsætninger forum fravær fremdrift fremgå fremgår fremme fremmer frihed fri
    fritid fuld fuldt fungere fungerer fysisk fysiske fyr færdig færdige færdigheder færre fødsel født føde gang gange gangen generel generelle
    generelt gensidig gensidige gensidigt glas glemme glemmer grad grader grænse grænser gråd gul gæld gælde gælder gældende gæst haster
    have helbred hensigt hensyn historie hjemme hjælpsom hjørne hjørner hold holdbar holdbare huske husker hus huset høring høringen høste
    høj højde højre hørt håndværk ide idé ideer idéer identitet ihærdig indbydende indflydelse indgang individ individuel individuelle indre
    indsigt indstilling information informationer informere informerer initiativ initiativer inspirere inspirerer inspiration institution institutioner integritet
    interesse interesser interessent interessenter intern interne internt jobbet job jord kaffe kalde kalder kampagne karriere kerne
    klage klager klima koble kobler kollega kolleger kollegaer kollegial kollegiale kollektiv komité kommende kommunal kommunale kommunikation kommunikere
    kommunikerer kompleks komplekse kompleksitet konflikt konflikter konsekvens konsekvenser konsekvent konstruktiv konstruktivt konstruktive kontakt kontekst
    kontor kontrol koordinere koordinerer koordinering kort kunde kunder køb købe kønne køn køre kører lade lader land landet langsigtet langsigtede leje
    levende liv livet livslang lokal lokalt lokale lovgivning lov lys lyst lytte lytter lyttende lægger lønsamtale løsningsorienteret magt
    mand mandat materiale materialer mad medejer medindflydelse medansvar medborger medborgere meddele medlem medlemmer medier medføre
    medfører medlevende menighed metode metoder miljø mindske minut minutter mod modig modige modigt modtage modtager modstand moral mor morgen
    mængde mærke mærker mærkbar mærkbart målgruppe målgrupper målbar målbare mønster mønstre nation national nationale natur naturlig naturligt navnlig
    nutid nytte nytænkning nytænkende nærmest nærværet nødvendig nødvendigt nødvendige nøgle nøgleord nå offentlig offentlige offentligt
    omfang omgivelser omhyggelig omhu omsorg omsætte omsætter omstillingsparat opbakning opbygge opbygger opfatte opfattelse opfordre opfordrer opføre
    opføre opgør opholde opleve oplever oplevelse oplevelser oplysning oplysninger opmærksom opmærksomme opmærksomhed opmærksomheden opstille opstiller
    opstår opstå opsøge opsøger opsøgende optaget optimere optimerer orden ordning orientere orienterer overdrage overens overgang overholde
    overholder overordnet overordnede oversigt overskud overvej overveje overvejelser papir part parter partner partnere partnerskab pause peger pejlemærke pejlemærker
    penge periode person personer personale personalet personlig personligt personlige perspektiv perspektiver pige pine plads pladser pleje
    plejer position positiv positivt positive praksis praktisk presse pris problem problemer program præcis præcist præge præger præget præstation præstationer
    prøve prøver prøvet puls pædagog pædagoger pædagogisk pædagogiske på rapport ren rengøring rekruttere rekrutterer rekruttering regel regler
    reglerne rejse rejser relevant relevante ret rette retter rettidig rettidigt rettighed rettigheder retfærdig retfærdighed risiko ro roligt robust
    robusthed rum rummet rummelig rummelighed rådgive rådmand råd sag sager sagsbehandler samtale samtaler samtalen samvær sammenligne sandsynlig sans sats
    satse satser sidestille sikker sikkerhed sikkert situation situationer sjov sjælden sjældent skel skelne skifte skifter skole skrive skriver skrevet skridt skyld
    skærpe skærper slå slår slippe slipper smidig smidige sparring spil spille spiller spild stabil stabile stabilitet stade standard stat statslig
    sted stedet steder stemme stemning stil stoppe stor stolt stolte stolthed stress stykke styrende større stærk stærke stærkt støj støtte sund supplere supplerer sygdom
    synlig synligt synlige synlighed synes syn synspunkt synspunkter system systemer systematisk systematiske sæde sælge særdeles sænke søndag tab tabe takt
    talent talenter tanke tanker tavs teknik teknisk tegn tempo tendens tidspunkt tilbyde tilbyder tilbud tilegne tilgang tilgange tilgængelig tilgængelige
    tilgængeligt tilknytning tilpasse tilpasser tilrettelægge tilrettelægger tilrettelæggelse tilfreds tilfredshed tilfælde tilfældet tilføje tilstand tilstede tilstræbe tillidsfuld tillidsfulde
    tillidsrepræsentant tillidsrepræsentanter tiltag tiltrække tjene toner top torsdag tradition traditioner travl travlt trække trækker træde træder træffe træffer
    træffes træne træning træt trives trivselsmåling trussel trænge tvivl type typer tyde tænksom tålmodig tålmodighed tåle uanset uddanne uddannelse uddannelser udbytte udelukke
    udfald udfylde udfyldt udgangspunkter udgave udholdende udtryk udtrykke udvalgte udvendig udviser udvise uenig uenighed uge uger ugen uklar ulighed
    underordnet undervise undervisning unik unikke universitet urimelig usikker usikkerhed uddybe vand vanskelig vanskelige varetage varetager varetages varig varm vare vare
    vedkommende vedligeholde vej veje vejen vejlede vejleder vejledning velfungerende velkendt velkommen venlig venlige vente venter verden verdens vente videre vilje villig vilkår vinde
    virke virker virkning virkelig virkelighed virkeligheden vital vurdere vurderer vurdering vurderinger vælger værd værdibaseret værdigrundlag værende værst
    vågen våge økonomier ønskede ønskelig øge øger øget øgede øje øjeblik øre øve øver øvelse øvelser øverst øverste øvrig øvrige øvrigt åbning åbner år årsplan årsager ånd åndelig`,
  ],
  [
    120,
    `da alt al an ad hos jer led bag dér hver ene eneste alene ellers endnu endelig endeligt ganske gerne intet ingenting alligevel
    almindelig almindelige almindeligt bagefter snart sent sen senere senest seneste sikker hvornår indtil netop næsten omtrent cirka
    rigtig rigtigt rigtige dårlig dårligt dårlige gammel gammelt gamle folk ting slags par selve dens dets begge hel halv halve tredje
    fjerde femte sjette syvende ottende sidstnævnte førstnævnte enhver ethvert enhvers hvorom hvoraf hvorimod hvorledes hvorpå skøn
    skrev stod sagde tog gav gik fandt vide ved vidste kom sad lå så hed blevet nåede førte satte lagde lod lade gjorde holdt bragt brugte
    lavet lave laver lavede ringe sende sender sendt hente henter hentet åbne lukke lukker lukket slette gemme gemmer finde fandtes bygge
    løbet forløb løb tiden tider tidens dagens ugens uret klokken time timer nat aften morgenen sommer vinter weekend navnlig hovedsagelig
    typisk typiske formel formelle formelt uformel reel reelle reelt fuldt fulde tom tomt fejlfri forkert forkerte bestemte bestemt visse vis
    valg valget valgte vælges giv gå se sæt tag læs skriv lyt vis spørg husk brug find
    andres ens egens alles ingens nogens vedkommendes kompetent kompetente kompetencen kompetencer kompetencerne lederudvikling
    lederudviklingen medarbejderudvikling medarbejderinddragelse samarbejdsudvalg samarbejdspartner samarbejdspartnere
    ledelsesopgave ledelsesopgaven ledelsesopgaver ledelsesniveau ledelsesniveauer ledelsesrum ledelsesform ledelsesstil ledergruppe
    ledergruppen ledergrupper lederrolle lederrollen lederskabet ledelseskompetence ledelseskompetencer ledelsesværdier personaleledelse
    personalepolitik personalepolitikken strategisk driftsledelse forandringsledelse opgaveløsning opgaveløsningen fællesskabets
    arbejdsgiver arbejdstager arbejdstid arbejdsgang arbejdsgange arbejdsform arbejdsopgaver arbejdsfællesskab handleplan handleplaner
    kommunalt kommunens byrådets borgernær borgernært tværgående helhedsorienteret helhedsorienterede tillidsbaseret værdighed
    medarbejdersamtale lederudviklingssamtale udviklingssamtale mus lus apv trio med hr tr amr kvalitetsudvikling
    bred bredt brede nærmer fjern fjerne samlet fælleden følges ledsage ledsager udsagn udsagnet benytte benytter benyttes
    byder byde tilbydes udbyder forbinder forbinde forbundet hjalp hjulpet hjælpes tjeneste gruppens sætningen
    mærket mærkes bemærk bærer bæres lærerne elever læreren pædagogen plejen hjemmehjælp vejledere vejledere rådgiver rådgivere
    tåler måtte burde turde gidet kunnet skullet villet måttet øst vest nord syd bil biler tog hus hund kat mor bror søster søn
    mand mænd kone kvinde kvinder dreng drenge pige piger ven venner veninde nabo naboer ferie fødselsdag jul påske sommerferie
    tre fire tyve tredive fyrre halvtreds hundrede tusind million procent krone kroner`,
  ],
];
