// SPDX-License-Identifier: Apache-2.0
// Parses each expression of alerts and dashboards with Prometheus' own grammar; names what it does not take, and exits 1 then.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { parse } from "yaml";

// Grafana fills these in before Prometheus reads the expression.
const variables = { $__rate_interval: "5m", $__interval: "1m", $__range: "1h" };

function expressions(node) {
  if (Array.isArray(node)) return node.flatMap(expressions);
  if (node === null || typeof node !== "object") return [];
  const own = typeof node.expr === "string" ? [node.expr] : [];
  return own.concat(Object.values(node).flatMap(expressions));
}

function faults(expression) {
  const text = Object.entries(variables).reduce((filled, [name, value]) => filled.replaceAll(name, value), expression);
  const found = [];
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) found.push(`at ${node.from}: ${text.slice(node.from, node.from + 30) || "it ends too early"}`);
    },
  });
  return found;
}

let seen = 0;
let wrong = 0;
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).sort()) {
    const found = expressions(parse(readFileSync(join(folder, file), "utf8")));
    if (found.length === 0) {
      console.error(`${file}: no expression`);
      wrong++;
    }
    for (const expression of found) {
      seen++;
      for (const fault of faults(expression)) {
        console.error(`${basename(file)}: ${expression}\n  ${fault}`);
        wrong++;
      }
    }
  }
}
console.log(`${seen} expressions of PromQL, ${wrong} faults`);
process.exit(seen > 0 && wrong === 0 ? 0 : 1);
