/** Clean texts written for these tests: what a framework may sound like. */
export const CLEAN_DANISH = `God ledelse begynder med at lytte. En leder, der lytter, opdager det, medarbejderne ser, længe før det kan aflæses i tallene. Vi forventer, at alle ledere i kommunen sætter tid af til samtaler, forklarer beslutninger tydeligt og står ved dem, også når de er svære.

Formålet med vores arbejde er at være til gavn for dem, der bor her. Derfor måler vi os på, hvad indsatsen betyder for borgerne, og ikke på, hvor travlt vi har. Lederne hjælper deres medarbejdere med at vælge mellem opgaver, med at holde op med det, der ikke længere skaber værdi, og med at dele det, der virker.

Det kan du forvente af din nærmeste leder:
- klare mål og ærlige tilbagemeldinger
- tillid og råderum inden for de aftalte rammer
- støtte, når noget går galt, og nysgerrighed efter, hvad vi kan lære af det
- blik for sikkerhed, sundhed og et godt arbejdsmiljø

Ledere på alle niveauer samarbejder på tværs af afdelinger. Når en borger har brug for hjælp fra flere enheder, er det vores ansvar at få delene til at hænge sammen. Vi sender ikke mennesker fra kontor til kontor. Vi spørger, hvad der er vigtigt for dem, og vi aftaler, hvem der gør hvad, og hvornår.

Forandringer hører hverdagen til. En dygtig leder gør personalet klar til det nye, inddrager tidligt og følger op bagefter. Nogle ændringer er besluttet af byrådet og skal føres loyalt ud i livet; andre vokser frem af idéer på arbejdspladsen. Begge dele kræver mod, tålmodighed og en tydelig retning.

Vi tror på, at forskellighed gør organisationen stærkere. Mange slags erfaringer giver bedre løsninger. Derfor ansætter vi bredt, møder hinanden med respekt og taler åbent om uenigheder, før de vokser sig store. Lederen er et forbillede: det, man gør, bliver bemærket mere end det, man siger.

Økonomien er et fælles anliggende. Enhver leder kender sit budget, holder det og forklarer gruppen, hvordan pengene bliver brugt. Besparelser drøftes i god tid med dem, de berører. Kvalitet og økonomi hænger sammen, og en veldrevet enhed er ofte både bedre og billigere for fællesskabet.

Hvert andet år spørger vi alle ansatte, hvordan de oplever ledelsen. Svarene er fortrolige og bruges til dialog. Lederen fremlægger resultaterne for gruppen, og sammen vælger de en eller to ting, de vil gøre bedre. Et halvt år efter mødes de igen og ser på, hvad der er sket.

På plejehjemmet arbejder nattevagterne sammen to og to. Sygeplejersken, som har det lægefaglige ansvar, går runden klokken elleve. Køkkenet bager brød hver morgen, og duften når helt ud på gangen. Pårørende er velkomne døgnet rundt, og de fleste kommer før aftensmaden.
`;

export const CLEAN_ENGLISH = `Good leadership starts with listening. A manager who listens learns what the staff see long before it becomes visible in the figures. We expect every leader in the council to set aside time for conversation, to explain decisions clearly and to stand by them when they are difficult.

Our purpose is to serve the people who live here. That means that we measure our work by what it does for them, not by how busy we are. Leaders help their teams to choose between tasks, to stop what no longer creates value, and to share what works with others.

What you can expect from your leader:
- clear goals and honest feedback
- trust and room to act within agreed limits
- support when something goes wrong, and curiosity about what we can learn from it
- attention to safety, health and a good working environment

Leaders at all levels work together across departments. When a citizen needs help from several units, it is our responsibility to make the parts fit together. We do not send people from one office to the next. We ask what matters to them, and we agree on who does what and when.

Change is a part of everyday life. A good leader prepares the staff for change, involves them early and follows up afterwards. Some changes are decided by politicians and must be carried out loyally; others grow from ideas at the workplace. Both kinds require courage, patience and a clear direction.

We believe that diversity strengthens our organisation. Different backgrounds and experiences give us better solutions. Therefore we recruit broadly, treat each other with respect and speak openly about conflicts before they grow. Leaders are role models: what they do is noticed more than what they say.

Finances are a shared concern. Every manager knows the budget, keeps within it and explains to the team how resources are used. Savings are discussed in good time with those who are affected. Quality and economy belong together, and a well run service is often both better and cheaper.

Every second year we ask all employees how they experience leadership. The answers are confidential and are used for dialogue. The leader presents the results to the group, and together they choose one or two things to improve. After six months they meet again and look at what has happened.
`;
