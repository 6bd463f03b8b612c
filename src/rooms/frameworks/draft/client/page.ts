// The program of the draft's workbench. Without it the page works by forms; with it, it is smooth.
import { Workbench } from './workbench.ts';

const bench = document.getElementById('workbench');
// An opened statement in the address is for browsers without a program; here it opens in place, with the whole document beside it.
const chosen = new URLSearchParams(location.search).get('element');
if (bench?.dataset['view'] === 'tree') {
  if (chosen !== null && document.querySelector('.conflict, .editor [role=alert]') === null)
    location.replace(`${location.pathname}#element-${chosen}`);
  else new Workbench(bench).begin();
}
