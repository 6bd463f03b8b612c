import type { Random } from './random.ts';

interface Pool {
  readonly weight: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

// Common names put together at random; nobody in particular.
const pools: readonly Pool[] = [
  {
    weight: 0.86,
    first: words(
      'Anne Mette Kirsten Hanne Lone Susanne Charlotte Gitte Pia Tina Marianne Bente Lene Dorte Rikke Louise Camilla Maria Julie Sofie Emma Ida Freja Clara Laura Mathilde Cecilie Amalie Katrine Signe Maja Astrid Ellen Karen Inge Birgit Vibeke Trine Stine Line Nanna Heidi Malene Helle Jette Ulla Tove Randi Sanne Merete ' +
        'Peter Lars Michael Jens Henrik Thomas Søren Christian Martin Jan Morten Niels Jesper Anders Hans Rasmus Mads Kim Ole Per Jakob Kristian Mikkel Frederik Emil Oscar Magnus Noah Viktor Tobias Simon Kasper Nikolaj Steen Claus Torben Bo Flemming Finn Erik Leif Carsten Brian Daniel Jonas Andreas Mathias Sebastian Villads Aksel',
    ),
    last: words(
      'Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Mikkelsen Jakobsen Frederiksen Laursen Lund Holm Schmidt Eriksen Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Nissen Lauridsen Jespersen Østergaard Vestergaard Dalgaard Kjær Bech Bak Krogh Kragh Skov Bjerre Toft Lind Friis Dam Ravn Storm Winther Brandt Holst Bruun Lauritsen Bertelsen Villadsen Overgaard Nørgaard Søndergaard Kirkegaard Damgaard Bonde Buch',
    ),
  },
  {
    weight: 0.035,
    first: words(
      'Fatima Leyla Zeynep Elif Amina Noor Maryam Yasmin Samira Hatice Ali Mehmet Omar Hassan Yusuf Emre Karim Bilal Ahmad Ibrahim',
    ),
    last: words('Yilmaz Demir Kaya Hussein Ahmed Ali Khan Rahimi Haddad Abdi Aydin Mansour Nasser Malik Hassan'),
  },
  {
    weight: 0.035,
    first: words(
      'Agnieszka Katarzyna Magda Jasmina Amra Selma Ioana Olena Natalia Dragana Piotr Marek Tomasz Adnan Emir Goran Andrei Oleksandr Pawel Darius',
    ),
    last: words(
      'Kowalska Nowak Wójcik Begović Hodžić Petrović Ionescu Shevchenko Popescu Kaminski Jankauskas Delić Marić Zielinski Bondar',
    ),
  },
  {
    weight: 0.03,
    first: words(
      'Thi Linh Mai Priya Anjali Maria Grace Suda Hung Minh Arjun Kumar Nivi Aviaja Pipaluk Malik Inuk Rannvá Bárður Jógvan',
    ),
    last: words('Nguyen Tran Pham Le Sharma Patel Santos Reyes Petersen Olsen Kleist Joensen Heinesen Poulsen Lynge'),
  },
  {
    weight: 0.04,
    first: words(
      'Ingrid Britta Heike Birte Anke Solveig Elin Sigrid Guðrún Kaisa Jürgen Uwe Lennart Björn Olav Einar Sven Håkon Mika Gunnar',
    ),
    last: words(
      'Lindqvist Johansson Berg Bakke Schröder Petersen Matthiesen Haugen Karlsson Virtanen Strand Dahl Nygård Jónsdóttir Wolff',
    ),
  },
];

/** An invented first and last name; about one in five Danish-sounding ones carries a middle name. */
export function inventName(random: Random): { firstName: string; lastName: string } {
  let left = random.uniform();
  const pool = pools.find((candidate) => (left -= candidate.weight) < 0) ?? pools[0];
  if (pool === undefined) throw new RangeError('There are no names to choose from.');
  const middle = pool === pools[0] && random.chance(0.2) ? `${random.pick(pool.last)} ` : '';
  return { firstName: random.pick(pool.first), lastName: middle + random.pick(pool.last) };
}

/** The part of a mail address before the @: 'Mette Sørensen' -> 'mette.soerensen'. */
export function mailName(firstName: string, lastName: string): string {
  const latin = `${firstName}.${lastName}`
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('ð', 'd')
    .replaceAll('ß', 'ss');
  return latin
    .normalize('NFD')
    .replace(/[^a-z. ]/g, '')
    .replaceAll(' ', '.');
}
