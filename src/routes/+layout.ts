// Pages are plain HTML and forms; a page that gains from script in the browser says so itself.
export const csr = false;
