/** Our own line icons on a field of 24 by 24; drawn with the colour of the text around them. */
export const ICONS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 11v5.5M12 7.5v.01M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z',
  warning:
    'M12 9.5v4.5M12 17.2v.01M10.7 4.2 2.8 18a1.5 1.5 0 0 0 1.3 2.2h15.8a1.5 1.5 0 0 0 1.3-2.2L13.3 4.2a1.5 1.5 0 0 0-2.6 0z',
  error: 'M12 7.5v5.5M12 16.5v.01M8 3h8l5 5v8l-5 5H8l-5-5V8z',
  chevron: 'M9.5 6l6 6-6 6',
  back: 'M14.5 6l-6 6 6 6',
  search: 'M15.8 15.8 20.5 20.5M17.5 10.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  lock: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  up: 'M12 19V5.5M6 11l6-6 6 6',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  external: 'M14 4.5h5.5V10M19 5l-8 8M17 14v5.5H4.5V7H10',
  print: 'M7 8.5V3.5h10v5M7 17.5H3.5v-9h17v9H17M7 14.5h10v6H7z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3',
  sort: 'M8 10l4-4 4 4M8 14l4 4 4-4',
} as const;

export type IconName = keyof typeof ICONS;
