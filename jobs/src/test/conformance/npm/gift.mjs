// Reads a file of GIFT questions one after the other and prints each as a line of JSON.
import fs from "node:fs";
import readline from "node:readline";
import { parse } from "gift-pegjs";

const plain = (text) =>
  text
    .replaceAll("<br/>", "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

function seen(question) {
  const choices = question.choices ?? [];
  const right = (choice) => choice.isCorrect || choice.weight > 0;
  const isChoice = question.type === "MC";
  const isShort = question.type === "Short";
  return {
    id: question.id,
    stem: plain(question.stem.text),
    options: isChoice ? choices.map((c) => (right(c) ? "+" : "-") + plain(c.text.text)) : [],
    answers: isShort
      ? choices.map((c) => c.text.text.replaceAll("\\*", "*"))
      : question.type === "TF"
        ? [String(question.isTrue)]
        : [],
  };
}

let text = "";
const flush = () => {
  if (text.trim() !== "") {
    parse(text + "\n")
      .filter((question) => question.type !== "Category")
      .forEach((question) => console.log(JSON.stringify(seen(question))));
  }
  text = "";
};
for await (const line of readline.createInterface({ input: fs.createReadStream(process.argv[2]) })) {
  if (line === "") {
    flush();
  } else {
    text += line + "\n";
  }
}
flush();
