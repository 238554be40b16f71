// Asks a workbench (`genryu serve`) as its description at /api/openapi.json says, with plain fetch:
//
//     node ask.mjs http://127.0.0.1:8080 balance alliance
const [address, command, subject, ...words] = process.argv.slice(2);

/** One request; a refusal is thrown with the sentences of its problem document. */
async function call(path, options = {}) {
  const answer = await fetch(address + path, options);
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error([content.title, ...content.findings.map((one) => one.message)].join("\n"));
  }
  return content;
}

const { token } = await call("/api/session");
let operation = await call("/api/operations", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Genryu-Token": token },
  body: JSON.stringify({ command, case: subject, words }),
});
while (operation.status === "waiting" || operation.status === "running") {
  await new Promise((later) => setTimeout(later, 200));
  operation = await call(operation.links.self);
}
if (operation.status !== "done") {
  throw new Error(operation.problem?.title ?? operation.status);
}
const prices = await call(operation.links.tables + "/prices");
console.log(JSON.stringify({ status: (await call(operation.links.result)).status, prices: prices.rows }));
