// The shapes that several components and their pages share.

export type NavItem = { href: string; label: string; current?: boolean };

export type Crumb = { label: string; href?: string };

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type FieldWidth = 'xs' | 's' | 'm' | 'l' | 'full';

export type FieldError = { field: string; message: string };

export type Step = { label: string; href?: string; note?: string; state: 'done' | 'current' | 'todo' | 'error' };

export type TabItem = { href: string; label: string; current?: boolean; count?: string | number };

export type TreeItem = { id: string; label: string; href?: string; note?: string; current?: boolean; children?: TreeItem[] };

export type Column = {
  key: string;
  label: string;
  numeric?: boolean;
  /** The column that names the row; the first one when none says so. */
  header?: boolean;
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
};

export type Row = { id?: string; href?: string; cells: Record<string, string | number | null | undefined> };

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The class of each button in the design system. */
export const BUTTON_CLASS: Record<ButtonVariant, string> = {
  primary: 'button-primary',
  secondary: 'button-secondary',
  quiet: 'button-tertiary',
  danger: 'button-warning',
};
