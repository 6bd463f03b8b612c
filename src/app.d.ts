declare global {
  namespace App {
    interface Locals {
      /** Sites that may show this page in a frame; nobody may where it is not set. */
      framedBy?: string[];
    }
    interface Error {
      code?: string;
      id?: string;
    }
  }
}

export {};
