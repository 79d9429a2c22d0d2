"use strict";
// Looks at the page of report as a reader, a keyboard and a screen reader would, and leaves TAP in the document.
// scripts/check-browser puts it behind the page's own script.

const tap = [];
const troubles = [];
addEventListener("error", (event) => troubles.push(event.message));
addEventListener("securitypolicyviolation", (event) => troubles.push(`${event.violatedDirective} ${event.blockedURI}`));
globalThis.alert = () => troubles.push("text of an article was run");

function ok(good, does, ...why) {
	tap.push(`${good ? "ok" : "not ok"} ${tap.filter((line) => !line.startsWith("#")).length + 1} - ${does}`);
	if (!good)
		tap.push(...why.flat().slice(0, 8).map((line) => `# ${line}`));
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === "visible";
const named = (node) => `${node.localName}${node.className ? "." + node.className : ""} "${(node.textContent || "").trim().slice(0, 40)}"`;

// ---- colours

function rgb(color) {
	const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
	return { r, g, b, a };
}

function luminance({ r, g, b }) {
	const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
	return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function backdrop(node) {
	for (let at = node; at; at = at.parentElement) {
		const color = rgb(getComputedStyle(at).backgroundColor);
		if (color.a === 1)
			return color;
	}
	return { r: 255, g: 255, b: 255, a: 1 };
}

function contrast(node) {
	const [a, b] = [luminance(rgb(getComputedStyle(node).color)), luminance(backdrop(node))];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function pale() {
	const nodes = [...document.body.querySelectorAll("*")].filter((node) =>
		shown(node) && !node.closest(".unseen, .skip, script, noscript") &&
		[...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()));
	return nodes.filter((node) => contrast(node) < 4.5).map((node) => `${contrast(node).toFixed(2)} ${named(node)}`);
}

// ---- names, order, width

function nameless() {
	const nodes = [...document.querySelectorAll("a, button, input, select, summary, [tabindex='0'], table")].filter(shown);
	return nodes.filter((node) => !(node.textContent.trim() || node.labels?.[0]?.textContent.trim() ||
		node.getAttribute("aria-label"))).map(named);
}

function twice() {
	const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
	return ids.filter((id, i) => ids.indexOf(id) !== i);
}

const jumps = () => [...document.querySelectorAll("[tabindex]")].filter((node) => node.tabIndex > 0).map(named);
const overflow = () => document.documentElement.scrollWidth - innerWidth;

function levels() {
	const seen = [...document.querySelectorAll("h1, h2, h3")].map((node) => Number(node.localName[1]));
	return seen.filter((level, i) => i > 0 && level > seen[i - 1] + 1);
}

// What holds of every view.
function checkView(view) {
	ok(main.children.length > 0, `${view}: is drawn`);
	ok(pale().length === 0, `${view}: text stands out from its ground, 4.5 to 1`, pale());
	ok(nameless().length === 0, `${view}: what can be used has a name`, nameless());
	ok(twice().length === 0, `${view}: ids are unique`, twice());
	ok(jumps().length === 0, `${view}: the order of the keyboard is that of the page`, jumps());
	ok(levels().length === 0, `${view}: no level of headings is left out`, levels());
	ok(overflow() <= 0, `${view}: the page is no wider than its window`, [`by ${overflow()} pixels`]);
	ok(!document.querySelector("img, iframe, object, embed, link, base"), `${view}: nothing of an article became markup`);
}

// ---- what can be done

async function checkQuotes() {
	const details = document.querySelectorAll(".statement details:not(.beside)");
	for (const node of [...details].slice(0, 30))
		node.open = true;
	await pause(50);
	const marks = [...details].slice(0, 30).map((node) => node.querySelector("mark"));
	ok(marks.length > 0 && marks.every((mark) => mark && mark.textContent), "a quotation opens the sentences that hold it");
	const contexts = all.flatMap((s) => s.wordings).filter((w) => w.form === "direct" && w.context[1].replace(/\s+/g, " ").trim() !== w.text);
	ok(contexts.every((w) => w.context[1].length > w.text.length), "what it marks there is the quotation",
		contexts.map((w) => w.text));
}

async function checkCollation() {
	for (const node of [...document.querySelectorAll(".beside")].slice(0, 30))
		node.open = true;
	await pause(50);
	const uneven = [...document.querySelectorAll(".collation")].filter((t) => {
		const width = (row) => [...row.cells].reduce((n, cell) => n + cell.colSpan, 0);
		return [...t.rows].some((row) => width(row) !== width(t.rows[0]));
	});
	ok(uneven.length === 0, "side by side, every row has a cell for every word", uneven.map((t) => t.textContent.slice(0, 60)));
	ok(pale().length === 0, "side by side: text stands out from its ground", pale());
}

async function checkFilter() {
	const name = form.elements.outlet.options[1].value;
	form.elements.outlet.value = name;
	form.dispatchEvent(new Event("input", { bubbles: true }));
	await pause(300);
	const found = chosen(state);
	ok(state.outlet === name && found.every((s) => s.wordings.some((w) => outletOf(w) === name)), "an outlet is picked out");
	ok(stateOf(location.hash).outlet === name, "the address keeps what was picked");
	form.elements.words.value = "no words are like zzzz";
	form.dispatchEvent(new Event("input", { bubbles: true }));
	await pause(300);
	ok(document.querySelector(".none") && !document.querySelector(".statement"), "a search that finds nothing says so");
	form.dispatchEvent(new Event("reset"));
	ok(chosen(state).length === all.length && form.elements.words.value === "", "clear shows all again");
}

// An outlet may be called "claim".
function checkOptions() {
	const turned = [...form.elements].filter((field) => field.name === "speaker" || field.name === "outlet")
		.flatMap((field) => [...field.options]).filter((o) => o.value && !o.textContent.startsWith(`${o.value} (`));
	ok(turned.length === 0, "a speaker and an outlet are picked by their names", turned.map((o) => `${o.value}: ${o.textContent}`));
}

// On a telephone, too, a sign is seen beside its statement.
function checkNarrow() {
	const outlet = document.querySelector(".matrix th.outlet");
	const scroll = outlet.closest(".scroll");
	ok(outlet.getBoundingClientRect().right <= innerWidth, "the matrix shows an outlet beside its statements");
	scroll.scrollLeft = scroll.scrollWidth;
	if (innerWidth < 600)
		ok(document.querySelector("a[data-rank]").getBoundingClientRect().left >= 0, "a statement's number stays beside its outlets");
	scroll.scrollLeft = 0;
}

async function checkMatrix() {
	checkNarrow();
	document.querySelector("a[data-rank]").click();
	await pause(50);
	ok(document.activeElement.id === "s1", "a number in the matrix leads to its statement");
}

// Both sides of a conflict open their sentences and lead to their statements; the tick shows these alone.
async function checkConflicts() {
	ok(shown(document.querySelector("nav a[href^='#conflicts']")) === data.conflicts.length > 0, "conflicts are offered where there are any");
	if (!data.conflicts.length)
		return;
	const sides = data.conflicts.flatMap((c) => c.sides).map(([i, k]) => all[i].wordings[k]);
	ok(sides.every((w) => w && w.id), "each side of a conflict is somebody's wording");
	take({ ...stateOf(""), conflict: true });
	ok(document.querySelectorAll(".statement").length === contradicted.size, "what is contradicted is picked out");
	take({ ...stateOf(""), view: "conflicts" });
	drawTo(Infinity);
	ok(document.querySelectorAll(".statement").length === data.conflicts.length, "all conflicts are drawn");
	const details = document.querySelector(".statement details");
	details.open = true;
	await pause(50);
	ok(details.querySelector("mark")?.textContent, "a side of a conflict opens the sentences that hold it");
	const rank = document.querySelector("a[data-rank]").dataset.rank;
	document.querySelector("a[data-rank]").click();
	await pause(50);
	ok(document.activeElement.id === "s" + rank, "a side of a conflict leads to its statement");
	take(stateOf(""));
}

// A view of what nobody knows is not offered, nor are speakers left out of theirs.
function checkViews() {
	ok(shown(document.querySelector("nav a[href^='#timeline']")) === wordings.some(dayOf), "days are offered where any are known");
	take({ ...stateOf(""), view: "speakers" });
	drawTo(Infinity);
	const names = new Set(wordings.map((w) => w.id || voiceOf(w)));
	ok([...document.querySelectorAll("table")].at(-1).tBodies[0].rows.length === names.size, "all speakers have a row");
	take(stateOf(""));
}

function checkPrint() {
	dispatchEvent(new Event("beforeprint"));
	ok(document.querySelectorAll(".statement").length === all.length, "all statements are printed");
}

async function look() {
	const began = performance.now();
	for (const view of Object.keys(VIEWS)) {
		take({ ...stateOf(""), view });
		await pause(50);
		checkView(view);
		if (view === "matrix")
			await checkMatrix();
	}
	take(stateOf(""));
	await checkQuotes();
	await checkCollation();
	checkOptions();
	checkViews();
	await checkConflicts();
	await checkFilter();
	checkPrint();
	ok(troubles.length === 0, "no script failed, and nothing was fetched or run", troubles);
	document.title = `${Math.round(began)}`;
}

function leave(lines) {
	const text = lines.join("\n");
	parent.postMessage(text, "*");
	document.body.append(h("pre", { id: "tap" }, text));
}

if (location.search === "?time") {
	const [entry] = performance.getEntriesByType("navigation");
	leave([`drawn after ${Math.round(performance.now() - entry.startTime)} ms`]);
} else {
	look().catch((error) => ok(false, "the check itself ran", [String(error)])).finally(() => leave([...tap, `1..${tap.filter((l) => !l.startsWith("#")).length}`]));
}
