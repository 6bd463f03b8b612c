/** Proof that an operator of the installation is signed in. Only the gate makes one. */
export class Operator {
  readonly id: string;
  readonly name: string;
  readonly email: string;

  constructor(facts: { id: string; name: string; email: string }) {
    this.id = facts.id;
    this.name = facts.name;
    this.email = facts.email;
  }
}
