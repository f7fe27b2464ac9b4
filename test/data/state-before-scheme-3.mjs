// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded, not written: how this program read, joined and wrote copies at d13ee739, the last commit before the scheme of exchanges of
// today (electron/taler/coin/schemes.ts). Made there with rolldown (packages left outside) of one file that exports contentFromJson and
// contentToJson of electron/state/content.ts, merge of electron/state/merge.ts, newerSeeds of electron/wallet/coins/scheme.ts.
import { z } from "zod";
import { createPrivateKey, createPublicKey, diffieHellman, hash } from "node:crypto";
// electron/taler/bytes/json.ts
/** The value that a JSON text spells; undefined for what is no JSON. The parser's own message would quote the text, which may hold secrets. */
const parseJson = (text) => {
	try {
		return JSON.parse(text);
	} catch (notJson) {
		if (notJson instanceof SyntaxError) return void 0;
		throw notJson;
	}
};
/** True for a JSON object (not an array, not null). */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** An object's own member of this name; undefined when there is none, or no object. */
const memberOf = (value, name) => isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
// shared/result.ts
const ok = (value) => ({
	ok: true,
	value
});
const err = (error) => ({
	ok: false,
	error
});
/** The one spelling of a JSON value that hashes cover (RFC 8785); throws on what JSON cannot hold and beyond `MAX_JSON_DEPTH`. */
const canonicalJson = (value) => write(value, 0);
/**
* Whether `canonicalJson` takes what JSON.parse gave, as a member `depth` levels down: a server may also write a number that is
* read as infinite. Asked of everything that is kept or hashed unread.
*/
const hasCanonicalForm = (value, depth = 0) => {
	if (typeof value === "number") return Number.isFinite(value);
	if (typeof value !== "object" || value === null) return true;
	return depth < 64 && Object.values(value).every((member) => hasCanonicalForm(member, depth + 1));
};
const write = (value, depth) => {
	if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new Error("defect: not a JSON number");
		return JSON.stringify(value);
	}
	if (typeof value !== "object") throw new Error(`defect: ${typeof value} is not JSON`);
	if (depth >= 64) throw new Error("defect: JSON nested too deep");
	if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, depth + 1)).join(",")}]`;
	const members = Object.entries(value).filter(([, member]) => member !== void 0);
	members.sort(([a], [b]) => a < b ? -1 : 1);
	return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member, depth + 1)}`).join(",")}}`;
};
// shared/amount.ts
const UNITS_PER_WHOLE = 100000000n;
const MAX_WHOLE = 2n ** 52n;
MAX_WHOLE * UNITS_PER_WHOLE + (UNITS_PER_WHOLE - 1n);
/** The binary form leaves 12 bytes for the name, one of them NUL. */
const CURRENCY = /^[A-Za-z0-9_*-]{1,11}$/;
/** Reads `KUDOS:4.2`; the currency is kept in upper case. Fails on signs, spaces, commas, more than 8 decimals, or more than 2⁵². */
const parseAmount = (text) => {
	const match = /^([^:]*):([0-9]+)(?:\.([0-9]{1,8}))?$/.exec(text);
	if (!match) return err({
		kind: "malformed-amount",
		text: text.slice(0, 80)
	});
	const [, name = "", whole = "", fraction = ""] = match;
	if (!CURRENCY.test(name)) return err({
		kind: "malformed-currency",
		text: text.slice(0, 80)
	});
	if (whole.length > 40 || BigInt(whole) > MAX_WHOLE) return err({
		kind: "amount-too-large",
		text: text.slice(0, 80)
	});
	const units = BigInt(whole) * UNITS_PER_WHOLE + BigInt(fraction.padEnd(8, "0"));
	return ok({
		currency: name.toUpperCase(),
		units
	});
};
// electron/taler/wire/base-url.ts
/** Far longer than any real service address; stops a QR code or server from making us carry kilobytes around. */
const MAX_LENGTH = 1024;
/**
* The one spelling under which a service is stored and compared: https unless http is written, lower-case host, no default
* port, path ending in a slash, no query and no fragment. Sync account keys depend on this exact string.
*/
const parseBaseUrl = (text) => {
	if (text.length === 0 || text.length > MAX_LENGTH) return malformed$1("length");
	const hasScheme = /^https?:\/\//i.test(text);
	if (!hasScheme && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return malformed$1("scheme");
	const absolute = hasScheme ? text : `https://${text}`;
	if (!hasScheme && /^https?:/i.test(text)) return malformed$1("syntax");
	if (/^[/.~]/.test(text) || /[\s\\]/.test(absolute) || !URL.canParse(absolute)) return malformed$1("syntax");
	const url = new URL(absolute);
	if (url.username !== "" || url.password !== "") return malformed$1("credentials");
	url.search = "";
	url.hash = "";
	if (!url.pathname.endsWith("/")) url.pathname += "/";
	return ok(url.href);
};
const malformed$1 = (why) => err({
	kind: "malformed-base-url",
	why
});
// electron/state/field.ts
/** One of the given text, or a word of a newer wallet. */
const word = (_known) => z.string().min(1).max(64);
/** Amount text such as `KUDOS:4.2`. */
const amountText = z.string().refine((text) => parseAmount(text).ok, "not an amount");
/** The name of a currency. */
const currency = z.string().refine((name) => parseAmount(`${name}:0`).ok, "not a currency");
/** Crockford base32 of exactly `bytes` bytes, upper case as we write it. */
const crock = (bytes) => z.string().regex(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${Math.ceil(bytes * 8 / 5)}}$`), "not crock text of the right length");
/** Crockford base32 of any length (RSA signatures have the length of their key). */
const crockText = z.string().regex(/^[0-9A-HJKMNP-TV-Z]+$/, "not crock text");
/** `{t_s}` in whole seconds, or "never". */
const timestamp = z.looseObject({ t_s: z.union([z.number().int().nonnegative().max(864e10), z.literal("never")]) });
/** Names, reasons and other words of people and servers: longer than any honest one, far too short to fill a copy. */
const text = z.string().max(65536);
const MAX_REMEMBERED = 256;
const remembered = /* @__PURE__ */ new Set();
/** The address of a service in its one spelling. Thousands of coins have the same one, so those that were found good are remembered. */
const address = z.string().refine((url) => {
	if (remembered.has(url)) return true;
	const parsed = parseBaseUrl(url);
	if (!parsed.ok || parsed.value !== url) return false;
	if (remembered.size >= MAX_REMEMBERED) remembered.clear();
	remembered.add(url);
	return true;
}, "not the address of a service");
/** A whole number that is not negative. */
const count = z.number().int().nonnegative();
/** How often something was done; counting on from the end is left out. */
const tally = count.max(2 ** 31 - 1);
/** Any JSON, as it came. */
const json = z.unknown();
/** A JSON object kept exactly as it came, such as contract terms (whose hash must not change). */
const rawObject = z.custom(isObject);
/** Coins of one seed; far more than any batch or session of ours has, few enough to derive them all. */
const MAX_COINS = 4096;
/** What was selected: denomination hash, how many, face value of one. */
const selection = z.array(z.looseObject({
	h: crock(64),
	n: count.max(MAX_COINS),
	v: amountText
})).refine((chosen) => chosen.reduce((sum, { n }) => sum + n, 0) <= MAX_COINS, "too many coins");
// electron/state/gone.ts
/** The kinds that can leave. The order of devices, registers, and what is gone cannot. */
const LEAVING = /* @__PURE__ */ new Set([
	"coin",
	"refresh",
	"withdrawal",
	"reserve",
	"purchase",
	"refund",
	"deposit",
	"push-out",
	"push-in",
	"pull-out",
	"pull-in"
]);
/**
* Names are spread over many `gone` entries, so that none grows large: this is the id of the one that would name it. Each is
* written whole whenever a name is added, and read whole before an entry that it might name is written.
*/
const shelfOf = (id) => /^[0-9A-Za-z]{1,2}/.exec(id.slice(id.lastIndexOf(" ") + 1))?.[0] ?? "-";
/** The name of an entry that is no coin and no refresh; those go with their seed. */
const goneName = (kind, id) => `${kind} ${id}`;
/** The batch or session a coin comes from; of a session itself, that one. */
const seedOf$1 = ({ kind, id }) => {
	if (kind === "refresh") return id;
	return kind === "coin" && id.includes("/") ? id.slice(0, id.indexOf("/")) : void 0;
};
/** The shelf on which an entry would be named. */
const shelfFor = (entry) => shelfOf(seedOf$1(entry) ?? entry.id);
/** Whether anything of that kind can leave. */
const canLeave = (kind) => LEAVING.has(kind);
/** Whether an entry has left, where `shelf` is the value of the `gone` entry that `shelfFor` names, if there is one. */
const isGoneBy = (shelf, entry) => {
	if (shelf === void 0 || !canLeave(entry.kind)) return false;
	const seed = seedOf$1(entry);
	return seed === void 0 ? memberOf(memberOf(shelf, "entries"), goneName(entry.kind, entry.id)) !== void 0 : memberOf(memberOf(shelf, "seeds"), seed) !== void 0;
};
/** The content without what has left it. Entries that were set apart say nothing of others. */
const withoutGone = (entries) => {
	const shelves = /* @__PURE__ */ new Map();
	for (const { kind, id, value, quarantined } of entries) if (kind === "gone" && !quarantined) shelves.set(id, value);
	return shelves.size === 0 ? entries : entries.filter((entry) => !isGoneBy(shelves.get(shelfFor(entry)), entry));
};
/** Whether everything that is named here stands on that shelf. */
const isOnShelf = (value, shelf) => {
	const { seeds, entries } = namesOn(value);
	return [...seeds, ...entries.map(([, id]) => id)].every((id) => shelfOf(id) === shelf);
};
/** The seeds and other names on a shelf. */
const namesOn = (shelf) => {
	const [seeds, entries] = [memberOf(shelf, "seeds"), memberOf(shelf, "entries")];
	return {
		seeds: isObject(seeds) ? Object.keys(seeds) : [],
		entries: (isObject(entries) ? Object.keys(entries) : []).map((name) => {
			const at = name.indexOf(" ");
			return [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
		})
	};
};
// electron/state/entry-id.ts
/** The id of an exchange entry. */
const exchangeId = (baseUrl, masterPub) => `${baseUrl} ${masterPub}`;
/** Seed id and index of a coin id; undefined when the text is not one. */
const parseCoinId = (id) => {
	const match = /^([^/]+)\/(0|[1-9][0-9]{0,8})$/.exec(id);
	return match ? {
		seedId: match[1] ?? "",
		index: Number(match[2])
	} : void 0;
};
const PUBLIC_KEY = crock(32);
const DEVICE_ID = /^[0-9A-Za-z]{1,64}$/;
/** Whether an entry is called as its kind is: whoever reads one takes keys and indexes from its id. */
const idFits = (kind, id, value) => {
	switch (kind) {
		case "coin": return parseCoinId(id) !== void 0;
		case "gone": return isOnShelf(value, id);
		case "device": return DEVICE_ID.test(id);
		case "exchange": return id === exchangeId(String(memberOf(value, "base_url")), String(memberOf(value, "master_pub")));
		case "reserve":
		case "push-out":
		case "push-in":
		case "pull-out":
		case "pull-in": return PUBLIC_KEY.safeParse(id).success;
		default: return true;
	}
};
// electron/state/coin-of-seed.ts
/** As many seeds are remembered; coins come in the order of their seeds. */
const MAX_SEEDS = 1024;
/** Whether coins are what their seeds make; one for all coins of a copy, for hundreds have one seed. */
const coinJudge = (find) => {
	const known = /* @__PURE__ */ new Map();
	const seedOf = (source, sourceId, seedId) => {
		const name = `${String(source)} ${sourceId} ${seedId}`;
		if (!known.has(name) && known.size >= MAX_SEEDS) known.clear();
		if (!known.has(name)) known.set(name, readSeed(find, source, sourceId, seedId));
		return known.get(name);
	};
	return ({ kind, id, value }) => {
		if (kind !== "coin") return true;
		const [named, sourceId] = [parseCoinId(id), memberOf(value, "source_id")];
		if (named === void 0 || typeof sourceId !== "string") return false;
		const seed = seedOf(memberOf(value, "source"), sourceId, named.seedId);
		return seed !== void 0 && isOf(seed, named.index, value);
	};
};
const readSeed = (find, source, sourceId, seedId) => {
	if (source !== "withdrawal" && source !== "refresh") return void 0;
	if (source === "refresh" && sourceId !== seedId) return void 0;
	const owner = find(source, sourceId);
	const seed = source === "refresh" ? owner : memberOf(memberOf(owner, "batches"), seedId);
	if (!isObject(owner) || !isObject(seed)) return void 0;
	const [scheme, selection] = [memberOf(seed, "scheme"), memberOf(seed, "selection")];
	return {
		exchange: memberOf(owner, "exchange"),
		masterPub: memberOf(owner, "master_pub"),
		isKnownScheme: scheme === void 0 || scheme === 1 || scheme === 2,
		stretches: stretchesOf(Array.isArray(selection) ? selection : [])
	};
};
const stretchesOf = (selection) => {
	let end = 0;
	return selection.filter(isObject).flatMap(({ h, v, n }) => {
		end += Number(n);
		return Number(n) > 0 ? [{
			end,
			h,
			v
		}] : [];
	});
};
/** The stretch that an index is in, found by halving. */
const stretchAt = (stretches, index) => {
	let [low, high] = [0, stretches.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((stretches[middle]?.end ?? 0) > index) high = middle;
		else low = middle + 1;
	}
	return stretches[low];
};
const isOf = ({ exchange, masterPub, isKnownScheme, stretches }, index, coin) => {
	const named = memberOf(coin, "master_pub");
	if (memberOf(coin, "exchange") !== exchange) return false;
	if (named !== void 0 && named !== masterPub) return false;
	if (currencyOf(memberOf(coin, "remaining")) !== currencyOf(memberOf(coin, "v"))) return false;
	if (!isKnownScheme) return true;
	const made = stretchAt(stretches, index);
	return made !== void 0 && made.h === memberOf(coin, "h") && made.v === memberOf(coin, "v");
};
const currencyOf = (text) => {
	const parsed = typeof text === "string" ? parseAmount(text) : void 0;
	return parsed?.ok === true ? parsed.value.currency : void 0;
};
// electron/taler/bytes/encodings.ts
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALIASES = {
	O: "0",
	I: "1",
	L: "1",
	U: "V"
};
const NOT_A_DIGIT = 255;
const digitByCharCode = (() => {
	const table = (/* @__PURE__ */ new Uint8Array(128)).fill(NOT_A_DIGIT);
	const enter = (char, digit) => {
		table[char.charCodeAt(0)] = digit;
		table[char.toLowerCase().charCodeAt(0)] = digit;
	};
	for (const [digit, char] of [...ALPHABET].entries()) enter(char, digit);
	for (const [alias, char] of Object.entries(ALIASES)) enter(alias, ALPHABET.indexOf(char));
	return table;
})();
/** GNUnet's base32: most significant bit first, last group zero-filled, no padding character. */
const bytesToCrock = (bytes) => {
	let text = "";
	let buffer = 0;
	let bits = 0;
	for (const byte of bytes) {
		buffer = (buffer << 8 | byte) & 4095;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += ALPHABET[buffer >> bits & 31];
		}
	}
	return bits === 0 ? text : text + ALPHABET[buffer << 5 - bits & 31];
};
/**
* Reads base32 strictly: the one length that `byteLength` bytes have (any possible length if it is not given) and no
* surplus bits, so that one value has one spelling apart from case and the aliases O, I, L, U.
*/
const parseCrock = (text, byteLength) => {
	const length = byteLength ?? Math.floor(text.length * 5 / 8);
	if (text.length !== Math.ceil(length * 8 / 5)) return err({
		kind: "malformed-crock",
		why: "length"
	});
	const decoded = decode(text);
	if (!decoded) return err({
		kind: "malformed-crock",
		why: "alphabet"
	});
	if (decoded.surplus !== 0) return err({
		kind: "malformed-crock",
		why: "surplus-bits"
	});
	return ok(decoded.bytes);
};
const decode = (text) => {
	const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
	let at = 0;
	let buffer = 0;
	let bits = 0;
	for (let index = 0; index < text.length; index++) {
		const digit = digitByCharCode[text.charCodeAt(index)] ?? NOT_A_DIGIT;
		if (digit === NOT_A_DIGIT) return void 0;
		buffer = (buffer << 5 | digit) & 4095;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes[at++] = buffer >> bits & 255;
		}
	}
	return {
		bytes,
		surplus: buffer & (1 << bits) - 1
	};
};
/** One array after the other, copied. */
const concatBytes = (...parts) => {
	let length = 0;
	for (const part of parts) length += part.length;
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};
/** UTF-8 without a terminator. */
const utf8 = (text) => new TextEncoder().encode(text);
/** UTF-8 followed by one NUL, the form in which Taler hashes strings. */
const str0 = (text) => concatBytes(utf8(text), /* @__PURE__ */ new Uint8Array(1));
/** Bytes of hexadecimal text that is known to be well-formed; anything else is a defect and throws. */
const hexToBytes = (hex) => {
	if (hex.length % 2 !== 0 || /[^0-9a-fA-F]/.test(hex)) throw new Error("defect: not hexadecimal");
	return new Uint8Array(Buffer.from(hex, "hex"));
};
/** Unsigned 32 bit, big-endian; out of range throws. */
const u32 = (n) => unsigned(n, 4);
const unsigned = (n, length) => {
	if (typeof n === "number" && !Number.isSafeInteger(n)) throw new Error("defect: not a safe integer");
	const value = BigInt(n);
	if (value < 0n || value >= 1n << BigInt(length * 8)) throw new Error(`defect: does not fit in ${length} bytes`);
	const bytes = new Uint8Array(length);
	let rest = value;
	for (let at = length - 1; at >= 0; at--) {
		bytes[at] = Number(rest & 255n);
		rest >>= 8n;
	}
	return bytes;
};
(/* @__PURE__ */ new Uint8Array(8)).fill(255);
// electron/taler/crypto/untraced.ts
/**
* Makes a call of `node:crypto` that is given a key. Node 24 finds out what a key is by questions that throw and are caught
* inside; the stack traces nobody reads are two thirds of what reading an Ed25519 key costs. An error that does come out has
* its message and no stack.
*/
const untraced = (call) => {
	const depth = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		return call();
	} finally {
		Error.stackTraceLimit = depth;
	}
};
// electron/taler/crypto/eddsa.ts
/** The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32-byte seed follows. */
const PKCS8_HEAD$1 = hexToBytes("302e020100300506032b657004220420");
hexToBytes("302a300506032b6570032100");
/** The 32-byte Ed25519 public key of a 32-byte seed. */
const eddsaPublicKey = (seed) => {
	const { x } = createPublicKey(privateKey$1(seed)).export({ format: "jwk" });
	if (x === void 0) throw new Error("defect: an Ed25519 key without its point");
	return new Uint8Array(Buffer.from(x, "base64url"));
};
const privateKey$1 = (seed) => {
	if (seed.length !== 32) throw new Error("defect: an Ed25519 seed has 32 bytes");
	const key = Buffer.from(concatBytes(PKCS8_HEAD$1, seed));
	return untraced(() => createPrivateKey({
		key,
		format: "der",
		type: "pkcs8"
	}));
};
// electron/taler/crypto/kdf.ts
const SHA256_BYTES = 32;
const MAX_BLOCKS = 255;
const NOTHING$1 = /* @__PURE__ */ new Uint8Array(0);
/** HKDF as GNUnet mixes it: extract with HMAC-SHA512 (missing salt = empty), expand with HMAC-SHA256; at most 8160 bytes. */
const kdf = (outLength, ikm, salt = NOTHING$1, info = NOTHING$1) => expand(outLength, extract(ikm, salt), bytes(info));
const bytes = (chunk) => typeof chunk === "string" ? utf8(chunk) : chunk;
const extract = (ikm, salt) => {
	const pads = hmacPads("sha512", bytes(salt));
	return digest$1("sha512", pads.outer, digest$1("sha512", pads.inner, ikm));
};
const expand = (length, prk, info) => {
	const blocks = Math.ceil(length / SHA256_BYTES);
	if (blocks > MAX_BLOCKS) throw new Error("defect: more key material than the KDF gives");
	const { inner, outer } = hmacPads("sha256", prk);
	const out = new Uint8Array(blocks * SHA256_BYTES);
	let previous = NOTHING$1;
	for (let block = 1; block <= blocks; block++) {
		previous = digest$1("sha256", outer, digest$1("sha256", inner, previous, info, Uint8Array.of(block)));
		out.set(previous, (block - 1) * SHA256_BYTES);
	}
	return out.slice(0, length);
};
/** HMAC by hand over the one-shot native hash: three times faster here than creating an Hmac object per block. */
const hmacPads = (algorithm, key) => {
	const blockBytes = algorithm === "sha512" ? 128 : 64;
	const short = key.length > blockBytes ? digest$1(algorithm, key) : key;
	const inner = new Uint8Array(blockBytes).fill(54);
	const outer = new Uint8Array(blockBytes).fill(92);
	for (const [at, byte] of short.entries()) {
		inner[at] = 54 ^ byte;
		outer[at] = 92 ^ byte;
	}
	return {
		inner,
		outer
	};
};
const digest$1 = (algorithm, ...parts) => hash(algorithm, concatBytes(...parts), "buffer");
// electron/taler/crypto/hash.ts
/** SHA-512 over the parts one after the other (64 bytes). */
const sha512 = (...parts) => new Uint8Array(hash("sha512", parts.length === 1 && parts[0] ? parts[0] : concatBytes(...parts), "buffer"));
/** The 64-byte `h_wire` of contracts and deposits over a payto URI and its 16-byte wire salt. */
const hashWire = (payto, salt) => kdf(64, str0(payto), salt, "merchant-wire-signature");
// electron/state/key-pairs.ts
/** As many pairs are remembered, some megabytes; a wallet has thousands, and the largest copy somebody can fill has no more. */
const MAX_PAIRS = 262144;
/**
* Making a key is dear, and an entry is asked about when its copy is opened, when it is joined, and again in every round: what was found is
* remembered by a hash of both.
*/
const rememberedPairs = (publicKeyOf) => {
	const found = /* @__PURE__ */ new Map();
	let asked;
	const note = (pair, isRight) => {
		if (found.size >= MAX_PAIRS) found.clear();
		found.set(pair, isRight);
		return isRight;
	};
	return {
		isPair: (text, priv) => {
			if (typeof text !== "string") return false;
			const pair = Buffer.from(sha512(utf8("holdfast-pair\0"), priv, utf8(text)).slice(0, 32)).toString("latin1");
			const isRight = found.get(pair) ?? note(pair, text === bytesToCrock(publicKeyOf(priv)));
			asked?.push([pair, isRight]);
			return isRight;
		},
		askedDuring: (work) => {
			const pairs = [];
			asked = pairs;
			try {
				return {
					made: work(),
					pairs
				};
			} finally {
				asked = void 0;
			}
		},
		know: (pairs) => {
			for (const [pair, isRight] of pairs) note(pair, isRight);
		}
	};
};
// electron/state/commitment.ts
/** The members that an id is made of, by what it is the id of; those that an entry does not have are left out. */
const CORE = {
	batch: [
		"seed",
		"selection",
		"scheme",
		"blinding",
		"bootstrap"
	],
	withdrawal: [
		"exchange",
		"master_pub",
		"reserve",
		"reserve_priv",
		"amount"
	],
	refresh: [
		"exchange",
		"master_pub",
		"old_coin",
		"old_coin_pub",
		"seed",
		"scheme",
		"selection",
		"melt_amount",
		"fee",
		"reason",
		"purchase",
		"transfer_pub",
		"refunds",
		"created",
		"old_sig"
	],
	/** what is found by link is found by each device at its own time */
	link: [
		"exchange",
		"master_pub",
		"old_coin",
		"seed",
		"selection",
		"melt_amount",
		"fee",
		"reason",
		"transfer_pub"
	],
	deposit: [
		"exchange",
		"master_pub",
		"wire_salt",
		"h_wire",
		"merchant_priv",
		"h_contract",
		"amount",
		"wire_fee",
		"timestamp",
		"refund_deadline",
		"wire_deadline",
		"created"
	]
};
const ID_BYTES = 16;
const NONCE_BYTES = 8;
const TAIL_BYTES = 12;
const LINK = "link ";
const NOTHING = /* @__PURE__ */ new Uint8Array(0);
/** The hash over what is written once, under the name of what it is. */
const digest = (what, value, nonce = NOTHING) => {
	const core = Object.fromEntries(CORE[what].flatMap((name) => memberOf(value, name) === void 0 ? [] : [[name, memberOf(value, name)]]));
	return sha512(utf8(`holdfast-id ${what}\0`), nonce, utf8(canonicalJson(core)));
};
/** The id of a batch, which its seed makes unlike any other. */
const idOfBatch = (batch) => bytesToCrock(digest("batch", batch).slice(0, ID_BYTES));
/** The id of a refresh session; of one that was found by link it is the same on every device. */
const idOfRefresh = (refresh) => memberOf(refresh, "transfer_pub") === void 0 ? bytesToCrock(digest("refresh", refresh).slice(0, ID_BYTES)) : `${LINK}${bytesToCrock(digest("link", refresh).slice(0, ID_BYTES))}`;
/** The id of a deposit, which its key makes unlike any other. */
const idOfDeposit = (deposit) => bytesToCrock(digest("deposit", deposit).slice(0, ID_BYTES));
/** The id of a withdrawal: several may draw the same sum from one reserve, so `nonce`, 8 bytes, tells them apart and is a part of the id. */
const idOfWithdrawal = (withdrawal, nonce) => bytesToCrock(concatBytes(nonce, digest("withdrawal", withdrawal, nonce).slice(0, TAIL_BYTES)));
/** The private key that belongs to one exchange and to what is `bound` with it: with anything else it would be another key. */
const placeKey = (keySeed, place) => kdf(32, keySeed, "holdfast-place-key-salt", canonicalJson({
	exchange: place.exchange,
	master_pub: place.master_pub,
	bound: place.bound ?? null
}));
const PURSE = [
	"merge_priv",
	"contract_priv",
	"amount",
	"h_contract",
	"purse_expiration",
	"invoice",
	"reissue",
	"reserve",
	"merge_timestamp"
];
/** What the key of a purse of ours is bound to besides its exchange, as one text. */
const boundOfPurse = (purse) => {
	const facts = Object.fromEntries(PURSE.flatMap((name) => memberOf(purse, name) === void 0 ? [] : [[name, memberOf(purse, name)]]));
	return bytesToCrock(sha512(utf8("holdfast-purse\0"), utf8(canonicalJson(facts))).slice(0, 32));
};
/** Whether an entry's id is made of what it says. Called where copies come in, and never for what is here: it costs a key each, once. */
const isCommitted = (kind, id, value) => {
	if (!isObject(value)) return false;
	switch (kind) {
		case "reserve": return isKeyOf(id, value, "priv", value["bound"]);
		case "push-out":
		case "pull-out": return isKeyOf(id, value, "purse_priv", boundOfPurse(value));
		case "withdrawal": return isWithdrawal(id, value) && hasReserveKey(value) && areBatches(value["batches"]);
		case "refresh": return id === idOfRefresh(value) && hasOldKey(value) && mayBeSame(value);
		case "deposit": return id === idOfDeposit(value) && isWireHash(value);
		default: return true;
	}
};
const isKeyOf = (id, value, name, bound) => {
	const [priv, seed] = [bytesOf(memberOf(value, name)), bytesOf(memberOf(value, "key_seed"))];
	if (!priv || !seed) return false;
	const place = {
		exchange: memberOf(value, "exchange"),
		master_pub: memberOf(value, "master_pub"),
		bound
	};
	return Buffer.compare(priv, placeKey(seed, place)) === 0 && isPublicOf(id, priv);
};
const isPublicOf = rememberedPairs(eddsaPublicKey).isPair;
const isWithdrawal = (id, value) => {
	const read = parseCrock(id, 20);
	return read.ok && id === idOfWithdrawal(value, read.value.slice(0, NONCE_BYTES));
};
/** The key of a reserve that another program made is the key of the reserve that is named. */
const hasReserveKey = (value) => {
	const priv = memberOf(value, "reserve_priv");
	if (priv === void 0) return true;
	const key = bytesOf(priv);
	return key !== void 0 && isPublicOf(memberOf(value, "reserve"), key);
};
const areBatches = (batches) => isObject(batches) && Object.entries(batches).every(([id, batch]) => isObject(batch) && id === idOfBatch(batch));
/** The key of an old coin that has left is the key the session was made for. */
const hasOldKey = (value) => {
	const priv = memberOf(value, "old_priv");
	if (priv === void 0) return true;
	const key = bytesOf(priv);
	return key !== void 0 && isPublicOf(memberOf(value, "old_coin_pub"), key);
};
/** The account is let go of once its person has forgotten it; its hash stays. */
const isWireHash = (value) => {
	const [payto, salt] = [memberOf(value, "payto"), memberOf(value, "wire_salt")];
	if (payto === "") return true;
	const read = typeof salt === "string" ? parseCrock(salt, 16) : void 0;
	return read?.ok === true && typeof payto === "string" && memberOf(value, "h_wire") === bytesToCrock(hashWire(payto, read.value));
};
/** Only what was found by link can turn out to be another session. */
const mayBeSame = (value) => memberOf(value, "same_as") === void 0 || memberOf(value, "transfer_pub") !== void 0;
const bytesOf = (text) => {
	const read = typeof text === "string" ? parseCrock(text, 32) : void 0;
	return read?.ok === true ? read.value : void 0;
};
// electron/state/gone-entry.ts
/** id = `${kind} ${id}` of what the user deleted; the later `until` wins. */
const tombstone = z.looseObject({ until: timestamp });
/** A sum without its currency; an effect may be below zero. */
const sum = z.string().refine((text) => parseAmount(`SUM:${text.replace(/^-/, "")}`).ok, "not a sum");
/** One line of the history, as it was when its entries left: type, state, seconds since 1970, exchange, currency, amount, fees, effect, party, summary, and its id where that is not its entry's. */
const line = z.tuple([
	text,
	text,
	count.max(864e10),
	text,
	currency,
	sum,
	sum,
	sum,
	text,
	text,
	text.exactOptional()
]).rest(json);
/** What stands for an entry that has left: 1, or the lines the history had of it. */
const left = z.union([z.literal(1), z.array(line).max(64)]);
/** id = the first two letters or digits of what is named here (`shelfOf`). Names are only added. */
const gone = z.looseObject({
	/** batches and refresh sessions: they and all their coins have left */
	seeds: z.record(z.string(), z.literal(1)),
	/** by `goneName` */
	entries: z.record(z.string(), left)
});
// electron/state/given.ts
/** How the status of a coin that was given to a flow moves. */
const CONTRIBUTION = [
	"reserved",
	"released",
	"paid"
];
/** Coins given to a flow: contribution, fee, where each stands, what renewing it may cost when it comes back, or its rest, and what making change of that rest was said to cost. */
const given$1 = z.record(z.string(), z.looseObject({
	c: amountText,
	fee: amountText,
	renewal: amountText.exactOptional(),
	change: amountText.exactOptional(),
	s: word(CONTRIBUTION)
}));
// electron/state/flow-entry.ts
/** How the statuses of refunds, deposits and peer payments move; see `STATUS` in entry.ts. */
const FLOW_STATUS = {
	refund: [
		"announced",
		"failed",
		"done"
	],
	deposit: [
		"planned",
		"aborted",
		"failed",
		"deposited",
		"done"
	],
	"push-out": [
		"planned",
		"created",
		"aborted",
		"expired",
		"taken"
	],
	"push-in": [
		"offered",
		"accepted",
		"aborted",
		"expired",
		"merged",
		"done"
	],
	"pull-out": [
		"planned",
		"open",
		"aborted",
		"expired",
		"paid",
		"done"
	],
	"pull-in": [
		"offered",
		"paying",
		"aborted",
		"expired",
		"paid"
	]
};
/** The person has forgotten it: its sums stay, by which the balance adds up, and no words (`forgotten.ts`). */
const forgotten = z.literal(true).exactOptional();
/** It comes from another program's copy, which says of it what it took and when, and keeps none of its keys: nothing is asked or signed about it. */
const brought = z.literal(true).exactOptional();
/** An address of whoever gave us the copies of another wallet that this came with: its shop or bank is asked nothing that he may not name (`checkPlace`). */
const namedBy = address.exactOptional();
/** Of a purchase: its contract is past every deadline and dropped (`closed`), and what of it is still needed, or shown. */
const dropped = {
	/** what drawing its coins had cost, where they were drawn only to pay this place */
	drawn: amountText.exactOptional(),
	named_by: namedBy,
	closed: z.literal(true).exactOptional(),
	merchant_pub: crock(32).exactOptional(),
	refund_deadline: timestamp.exactOptional(),
	about: z.looseObject({
		merchant: z.string(),
		summary: z.string()
	}).exactOptional(),
	forgotten
};
/** id = random 16 bytes, or a text made of purchase, coin and refund transaction. */
const refund = z.looseObject({
	purchase: text,
	coin: text,
	rtransaction_id: count,
	amount: amountText,
	fee: amountText,
	/** what making new coins of it may cost, as its person was shown; nothing dearer is done without asking */
	renewal: amountText.exactOptional(),
	created: timestamp,
	/** the refresh session that takes the value back */
	refresh: text.exactOptional(),
	exchange_pub: crock(32).exactOptional(),
	exchange_sig: crock(64).exactOptional(),
	/** another program's copy says that the exchange has confirmed it; the coin's own account at the exchange tells whether that is so */
	brought,
	status: word(FLOW_STATUS.refund),
	why: text.exactOptional()
});
/** id = `idOfDeposit`; a deposit to one's own bank account. */
const deposit = z.looseObject({
	exchange: address,
	master_pub: crock(32),
	payto: text,
	/** hash of account and salt; what is left of the account once it is forgotten */
	h_wire: crock(64).exactOptional(),
	wire_salt: crock(16),
	merchant_priv: crock(32),
	h_contract: crock(64),
	amount: amountText,
	/** what the exchange takes out of the deposited sum for its bank transfer */
	wire_fee: amountText.exactOptional(),
	/** what it may cost beyond its amount, as its person was shown */
	cost: amountText.exactOptional(),
	timestamp,
	refund_deadline: timestamp,
	wire_deadline: timestamp,
	coins: given$1,
	created: timestamp,
	brought,
	status: word(FLOW_STATUS.deposit),
	why: text.exactOptional(),
	forgotten
});
const purse = {
	exchange: address,
	master_pub: crock(32),
	contract_priv: crock(32),
	amount: amountText,
	/** contract terms, h_contract and purse_expiration are known together and join as one */
	terms: rawObject.exactOptional(),
	h_contract: crock(64).exactOptional(),
	purse_expiration: timestamp.exactOptional(),
	created: timestamp,
	brought,
	without_backup: z.literal(true).exactOptional(),
	/** wishes to have it back and refusals of them, counted together: an odd count is a wish */
	called_back: tally.exactOptional(),
	why: text.exactOptional(),
	forgotten
};
/** id = purse public key; a payment we send. */
const pushOut = z.looseObject({
	...purse,
	/** present when this payment goes to ourselves: it brings the fee of this invoice into the invoice's own reserve */
	invoice: crock(32).exactOptional(),
	/** present when this payment goes to ourselves, so that nobody outside can follow its money: the push-in of the same purse takes it */
	reissue: z.literal(true).exactOptional(),
	purse_priv: crock(32),
	/** what `purse_priv` follows from, together with the exchange and the contract */
	key_seed: crock(32),
	merge_priv: crock(32),
	coins: given$1,
	/** what sending it was to cost beyond its amount, change included, as its person was shown */
	cost: amountText.exactOptional(),
	status: word(FLOW_STATUS["push-out"])
});
/** id = purse public key; a payment sent to us. `withdrawal` is the group that turns the merged reserve into coins. */
const pushIn = z.looseObject({
	...purse,
	merge_priv: crock(32).exactOptional(),
	reserve: crock(32).exactOptional(),
	merge_timestamp: timestamp.exactOptional(),
	withdrawal: text.exactOptional(),
	/** what drawing it may cost, as its person was shown; goes on into the withdrawal */
	max_fees: amountText.exactOptional(),
	status: word(FLOW_STATUS["push-in"])
});
/** id = purse public key; an invoice of ours that another wallet pays. */
const pullOut = z.looseObject({
	...purse,
	purse_priv: crock(32),
	/** what `purse_priv` follows from, together with the exchange and the contract */
	key_seed: crock(32),
	merge_priv: crock(32),
	reserve: crock(32),
	merge_timestamp: timestamp,
	/** what the exchange takes from the reserve for opening it, and the payment to ourselves that puts it there */
	purse_fee: amountText.exactOptional(),
	funding: crock(32).exactOptional(),
	withdrawal: text.exactOptional(),
	/** what drawing it may cost, as its person was shown; goes on into the withdrawal */
	max_fees: amountText.exactOptional(),
	status: word(FLOW_STATUS["pull-out"])
});
/** id = purse public key; an invoice we pay. */
const pullIn = z.looseObject({
	...purse,
	coins: given$1,
	/** what paying it may cost beyond its amount, as its person was shown */
	cost: amountText.exactOptional(),
	status: word(FLOW_STATUS["pull-in"])
});
// electron/state/withdrawal-entry.ts
/** How the statuses of reserves, withdrawals and batches move; see `STATUS` in entry.ts. */
const WITHDRAWAL_STATUS = {
	reserve: [
		"announced",
		"funded",
		"drained"
	],
	withdrawal: [
		"registering",
		"awaiting-confirmation",
		"awaiting-transfer",
		"withdrawing",
		"aborted",
		"done"
	],
	batch: [
		"planned",
		"sent",
		"failed",
		"done"
	]
};
/** How much we know of a seed that somebody outside may know; `joined` wins. */
const OUTSIDE = ["left", "joined"];
/** id = reserve public key. `priv` follows from `key_seed`, the exchange and `bound`, so the id holds for all of them. */
const reserve = z.looseObject({
	priv: crock(32),
	key_seed: crock(32),
	/** of a purse of ours whose money came back into a reserve of the same key: what that key is bound to */
	bound: crock(32).exactOptional(),
	exchange: address,
	master_pub: crock(32),
	purpose: word(["withdraw", "merge"]),
	created: timestamp,
	status: word(WITHDRAWAL_STATUS.reserve)
});
const origin = z.union([
	z.looseObject({
		type: z.literal("manual"),
		payto: text
	}),
	z.looseObject({
		type: z.literal("bank"),
		bank_base_url: address,
		operation_id: text,
		exchange_payto: text,
		confirm_url: text.exactOptional()
	}),
	z.looseObject({
		type: z.literal("peer"),
		purse: crock(32)
	})
]);
/** Somebody outside may know a seed and all that refreshing makes of it: `left` (and counted as that wallet's) or `joined` from another wallet. */
const outside = word(OUTSIDE);
/** id = `idOfWithdrawal`. `batches` maps ids made by `idOfBatch` to one seed and what was selected under it: never select twice under one seed. */
const withdrawal = z.looseObject({
	exchange: address,
	master_pub: crock(32),
	/** public key of the reserve it draws from */
	reserve: crock(32),
	/** its private key, where another program made it (FORMAT.md#brought-from-another-program): it follows from nothing, so the id is made of it, too */
	reserve_priv: crock(32).exactOptional(),
	brought: z.looseObject({
		id: text,
		what: word([
			"bank-manual",
			"bank-integrated",
			"peer-pull-credit",
			"peer-push-credit",
			"recoup",
			"coins"
		]),
		summary: text.exactOptional()
	}).exactOptional(),
	amount: amountText,
	/** the sum that was in the reserve when its first coins were asked for; it may be less or more than the announced `amount` */
	arrived: amountText.exactOptional(),
	created: timestamp,
	origin,
	status: word(WITHDRAWAL_STATUS.withdrawal),
	batches: z.record(z.string(), z.looseObject({
		seed: crock(32),
		selection,
		status: word(WITHDRAWAL_STATUS.batch),
		/** how its coins follow from the seed, by number; left out: 1 (FORMAT.md#9-from-seeds-to-coins) */
		scheme: count.exactOptional(),
		/** of the one coin of scheme 2, whose private key is the seed: the secret that blinded it */
		blinding: crock(32).exactOptional(),
		/** the coins of this batch pay for the first backup, so the batch does not wait for one */
		bootstrap: z.literal(true).exactOptional(),
		outside: outside.exactOptional()
	})),
	/** the user chose "without backup" for this sum */
	without_backup: z.literal(true).exactOptional(),
	/** the most that drawing it may cost, as its person was shown before the money came; nothing more is drawn without asking */
	max_fees: amountText.exactOptional(),
	named_by: namedBy,
	/** this withdrawal makes new coins of what revoked ones gave back to the reserve */
	recoup: z.literal(true).exactOptional(),
	/** why the status is what it is; written and joined together with it */
	why: text.exactOptional(),
	forgotten
});
// electron/state/entry.ts
/** The order in which each status moves; a copy further right wins. Words of newer wallets rank just before the last. */
const STATUS = {
	device: [
		"active",
		"leaving",
		"abandoned",
		"taken-over"
	],
	...WITHDRAWAL_STATUS,
	refresh: [
		"planned",
		"melted",
		"failed",
		"done"
	],
	coin: [
		"fresh",
		"in-use",
		"spent"
	],
	purchase: [
		"claiming",
		"offered",
		"paying",
		"aborted",
		"failed",
		"paid"
	],
	contribution: CONTRIBUTION,
	...FLOW_STATUS
};
/** Every kind this version understands, with the schema of its value; unknown fields pass through. */
const schemaByKind = {
	device: z.looseObject({
		epoch: count.max(1e9),
		status: word(STATUS.device),
		name: text.exactOptional(),
		/** the clock under which it was named anew; the later name counts */
		name_clock: text.exactOptional(),
		last_clock: text.exactOptional()
	}),
	provider: z.looseObject({
		name: text,
		provider_kind: z.string().min(1).max(64),
		removed: z.boolean(),
		/** what the person agreed that a year may cost, with what paying it costs; what `agreed_orders` have cost was before that. `max_fee` is an older wallet's */
		max_total: amountText.exactOptional(),
		agreed_orders: z.array(text).max(64).exactOptional(),
		max_fee: amountText.exactOptional(),
		annual_fee: amountText.exactOptional(),
		paid_until: timestamp.exactOptional(),
		liability: amountText.exactOptional(),
		storage_limit_mb: count.exactOptional(),
		/** where the folder was last seen; no identity */
		directory: text.exactOptional()
	}),
	exchange: z.looseObject({
		base_url: address,
		master_pub: crock(32),
		currency,
		fields: z.record(z.string(), z.looseObject({
			clock: text,
			value: json
		}))
	}),
	reserve,
	withdrawal,
	refresh: z.looseObject({
		exchange: address,
		master_pub: crock(32),
		old_coin: text,
		/** public key of the old coin, by which `old_priv` is known to be the right one */
		old_coin_pub: crock(32).exactOptional(),
		seed: crock(64),
		/** how the new coins follow from seed and old coin, by number; left out: 1 */
		scheme: count.exactOptional(),
		selection,
		/** value taken from the old coin, fee included */
		melt_amount: amountText,
		fee: amountText,
		reason: word([
			"change",
			"restore",
			"expiry",
			"refund",
			"released",
			"recoup"
		]),
		purchase: text.exactOptional(),
		/** present when the session was found by link, with nothing but the old coin: the new coins follow from the old coin's key and this one */
		transfer_pub: crock(32).exactOptional(),
		/** private key of the old coin, once that coin has left: the new ones follow from it without looking further back */
		old_priv: crock(32).exactOptional(),
		/** signature of the old coin, where some copy has closed that coin and its exchange still takes it */
		old_sig: crockText.exactOptional(),
		/** id of the session that this found one turned out to be; this entry and its coins then no longer count */
		same_as: text.exactOptional(),
		/** ids of the refunds whose value goes into the new coins, together with the rest of the old one */
		refunds: z.array(text).exactOptional(),
		created: timestamp,
		noreveal_index: count.exactOptional(),
		/** all such indices that copies disagreed about; one is the exchange's, and the new coins' signatures and later sessions tell which */
		gammas: z.record(z.string(), z.literal(true)).exactOptional(),
		/** these two are one answer of the exchange and join as one */
		exchange_pub: crock(32).exactOptional(),
		exchange_sig: crock(64).exactOptional(),
		without_backup: z.literal(true).exactOptional(),
		outside: outside.exactOptional(),
		status: word(STATUS.refresh),
		why: text.exactOptional()
	}),
	coin: z.looseObject({
		source: word(["withdrawal", "refresh"]),
		/** withdrawal id or refresh id */
		source_id: text,
		exchange: address,
		master_pub: crock(32).exactOptional(),
		h: crock(64),
		v: amountText,
		sig: crockText.exactOptional(),
		/** all signatures this coin came with when copies disagreed, `sig` among them; at most one is the exchange's, and only that one pays */
		sigs: z.record(z.string(), z.literal(true)).exactOptional(),
		status: word(STATUS.coin),
		/** what this wallet believes is left of the coin; of two copies the smaller wins */
		remaining: amountText
	}),
	purchase: z.looseObject({
		merchant_base_url: address,
		order_id: text,
		session_id: text.exactOptional(),
		claim_token: text.exactOptional(),
		nonce_priv: crock(32),
		/** empty once the order of a provider is paid (it could name orders without end, and hash, amount and id say what was paid), or `closed` */
		terms: rawObject.exactOptional(),
		merchant_sig: crock(64).exactOptional(),
		h_contract: crock(64).exactOptional(),
		amount: amountText.exactOptional(),
		exchange: address.exactOptional(),
		coins: given$1,
		fees: amountText.exactOptional(),
		/** what it may cost beyond its amount, as its person was shown */
		cost: amountText.exactOptional(),
		status: word(STATUS.purchase),
		pay_sig: crock(64).exactOptional(),
		/** base URL of the provider, when this pays for backup */
		provider: text.exactOptional(),
		/** public key of the account at the provider that this pays for; payments of a wallet that was left here before name another one */
		provider_account: crock(32).exactOptional(),
		/** the payment added a year to an account that already existed */
		provider_renews: z.literal(true).exactOptional(),
		...dropped,
		created: timestamp,
		/** when its coins were promised to the merchant */
		begun: timestamp.exactOptional(),
		paid_at: timestamp.exactOptional(),
		/** one per refund permission, keyed by coin id and refund transaction */
		refunds: z.record(z.string(), z.looseObject({ amount: amountText })).exactOptional(),
		why: text.exactOptional()
	}),
	refund,
	deposit,
	"push-out": pushOut,
	"push-in": pushIn,
	"pull-out": pullOut,
	"pull-in": pullIn,
	setting: z.looseObject({ value: json }),
	tombstone,
	gone
};
/** True for a kind this version understands. */
const isKind = (kind) => Object.hasOwn(schemaByKind, kind);
/**
* True for an entry of a kind this version knows whose value or id is beyond what it may be, or whose id is not made of what it says:
* damaged, or written by somebody who means harm. It is kept apart and named, and joins nothing, so that it can never stand in the way of
* a good one. Asked of what comes from outside; what is here was asked about when it came.
*/
const isBeyondBounds = (entry) => isKind(entry.kind) && (readEntry(entry) === void 0 || !isCommitted(entry.kind, entry.id, entry.value));
/** The entry with its value checked; undefined when the kind is unknown or the value was written in a shape this version cannot read. */
const readEntry = (entry) => {
	if (!isKind(entry.kind)) return void 0;
	const parsed = schemaByKind[entry.kind].safeParse(entry.value);
	if (!parsed.success || !idFits(entry.kind, entry.id, entry.value)) return void 0;
	return {
		kind: entry.kind,
		id: entry.id,
		clock: entry.clock,
		value: parsed.data
	};
};
// electron/state/join.ts
/** The greater of two under an order. */
const largest = (compare) => (a, b) => {
	if (a === b) return a;
	return (compare(a, b) || compareCanonical(a, b)) >= 0 ? a : b;
};
const compareCanonical = (a, b) => compareText(canonicalJson(a), canonicalJson(b));
/** Compares two texts by UTF-16 code unit, never by locale: -1, 0 or 1. */
const compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** The rule of a member that is set once and never changed; if two copies differ anyway, the larger canonical JSON wins everywhere alike. */
const setOnce = largest(() => 0);
/**
* A status moves only to the right in `order`. A word of a newer wallet ranks just before the last known one: it may not undo
* what is final here, and is not undone by what is not. What is not text ranks below everything.
*/
const compareStatus = (order) => {
	const rankByWord = new Map(order.map((word, at) => [word, at === order.length - 1 ? at + 1 : at]));
	const rank = (word) => typeof word === "string" ? rankByWord.get(word) ?? order.length - 1 : -1;
	return (a, b) => rank(a) - rank(b);
};
const forward = (order) => largest(compareStatus(order));
/** Orders amounts, a malformed one below all, of two currencies the one whose name sorts last above; `sign` 1 puts the larger sum last, -1 the smaller. */
const byAmount = (sign) => (a, b) => {
	const [left, right] = [readAmount(a), readAmount(b)];
	if (!left || !right) return Number(left !== void 0) - Number(right !== void 0);
	if (left.currency !== right.currency) return compareText(left.currency, right.currency);
	return left.units === right.units ? 0 : left.units > right.units ? sign : -sign;
};
/** The smaller amount; a malformed one loses; of two currencies the same one wins everywhere. */
const smallestAmount = largest(byAmount(-1));
/** The larger amount, alike. */
const largestAmount = largest(byAmount(1));
const readAmount = (value) => {
	if (typeof value !== "string") return void 0;
	const parsed = parseAmount(value);
	return parsed.ok ? parsed.value : void 0;
};
/** The larger number. */
const largestNumber = largest((a, b) => {
	const [left, right] = [a, b].map((value) => typeof value === "number" ? value : Number.NEGATIVE_INFINITY);
	return left === right ? 0 : (left ?? 0) - (right ?? 0);
});
/** The text that sorts last, such as the later clock. */
const largestText = largest((a, b) => {
	if (typeof a !== "string" || typeof b !== "string") return Number(typeof a === "string") - Number(typeof b === "string");
	return compareText(a, b);
});
/** The later `{t_s}`; "never" is latest. */
const latestTime = largest((a, b) => {
	const [left, right] = [timeRank(a), timeRank(b)];
	return left === right ? 0 : left - right;
});
/** The earlier `{t_s}`; "never" is latest, and what is no time loses against every one. */
const earliestTime = largest((a, b) => {
	const [left, right] = [timeRank(a), timeRank(b)];
	if (left === right) return 0;
	const [noLeft, noRight] = [isNoTime(left), isNoTime(right)];
	return noLeft || noRight ? Number(noRight) - Number(noLeft) : right - left;
});
const isNoTime = (rank) => rank === Number.NEGATIVE_INFINITY || rank === Number.MIN_SAFE_INTEGER;
const timeRank = (value) => {
	if (!isObject(value)) return Number.NEGATIVE_INFINITY;
	if (value["t_s"] === "never") return Number.POSITIVE_INFINITY;
	return typeof value["t_s"] === "number" ? value["t_s"] : Number.MIN_SAFE_INTEGER;
};
/** A register `{clock, value}`: the later clock wins. */
const laterRegister = largest((a, b) => {
	const [left, right] = [a, b].map((value) => isObject(value) && typeof value["clock"] === "string" ? value["clock"] : "");
	return compareText(left ?? "", right ?? "");
});
/** Members come from the side that has more of them: one answer of one server, never half of two. */
const together = (...members) => ({
	members,
	compare: (a, b) => countOf(a) - countOf(b)
});
const countOf = (value) => isObject(value) ? Object.keys(value).length : 0;
/** The status, and with it the reason it was written with. */
const statusWithWhy = (order) => {
	const compare = compareStatus(order);
	return {
		members: ["status", "why"],
		compare: (a, b) => compare(memberOf(a, "status"), memberOf(b, "status")) || countOf(a) - countOf(b)
	};
};
/** A device's name, and with it the clock under which it was given: the later one. */
const nameWithClock = {
	members: ["name", "name_clock"],
	compare: (a, b) => compareText(textOf(memberOf(a, "name_clock")), textOf(memberOf(b, "name_clock")))
};
const textOf = (value) => typeof value === "string" ? value : "";
/** An object member by member: named rules, groups taken whole, and `setOnce` for members only a newer wallet knows. */
const record = (rules, ...groups) => {
	const ruleByName = new Map(Object.entries(rules));
	const grouped = new Set(groups.flatMap((group) => group.members));
	return objects((a, b) => {
		const members = joinMembers(a, b, (name) => grouped.has(name) ? void 0 : ruleByName.get(name) ?? setOnce);
		for (const group of groups) members.push(...pickGroup(group, a, b));
		return Object.fromEntries(members);
	});
};
/** An object whose members are all alike, united by name. */
const mapOf = (rule) => objects((a, b) => Object.fromEntries(joinMembers(a, b, () => rule)));
/** What is no object ranks below every object, so that a damaged copy never wins over a whole one. */
const objects = (both) => (a, b) => {
	if (isObject(a) && isObject(b)) return both(a, b);
	if (isObject(a)) return both(a, a);
	return isObject(b) ? both(b, b) : setOnce(a, b);
};
/** Object.fromEntries on the result defines own members even for names like `__proto__`; assigning would not. */
const joinMembers = (a, b, ruleFor) => {
	const members = [];
	const names = a === b ? Object.keys(a) : /* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)]);
	for (const name of names) {
		const rule = ruleFor(name);
		const [left, right] = [memberOf(a, name), memberOf(b, name)];
		if (!rule || left === void 0 && right === void 0) continue;
		members.push([name, left === void 0 ? right : right === void 0 ? left : rule(left, right)]);
	}
	return members;
};
const pickGroup = ({ members, compare }, a, b) => {
	const part = (from) => Object.fromEntries(members.flatMap((name) => memberOf(from, name) === void 0 ? [] : [[name, from[name]]]));
	return Object.entries(largest(compare)(part(a), part(b)));
};
// electron/state/forgotten.ts
/** Statuses of a purchase or payment that has not ended; they come first in its order, so that what has ended stays so. */
const OPEN = /* @__PURE__ */ new Set([
	"claiming",
	"offered",
	"paying",
	"registering",
	"awaiting-confirmation",
	"awaiting-transfer",
	"withdrawing",
	"planned",
	"created",
	"open",
	"accepted",
	void 0
]);
/** Whether nothing more is to be done with it. */
const hasEnded = ({ status }) => typeof status === "string" && !OPEN.has(status);
/** Of a purchase hash, amount and coins are kept. */
const FORGOTTEN_PURCHASE = {
	empty: {
		terms: {},
		merchant_base_url: "https://forgotten.invalid/",
		order_id: "",
		why: ""
	},
	gone: [
		"session_id",
		"claim_token",
		"pay_sig",
		"merchant_pub",
		"about",
		"refunds",
		"named_by"
	]
};
/** Of a payment between people everything but its contract, which has the other person's words, and the reason it ended. */
const FORGOTTEN_PURSE = {
	empty: {
		terms: {},
		why: ""
	},
	gone: []
};
/** Of a deposit the account it went to; `h_wire` is what the exchange knows it by. */
const FORGOTTEN_DEPOSIT = {
	empty: {
		payto: "",
		why: ""
	},
	gone: []
};
/** Of a withdrawal the bank and the account: its reserve is where money that comes late is looked for. */
const FORGOTTEN_WITHDRAWAL = {
	empty: {
		origin: {
			type: "manual",
			payto: ""
		},
		why: ""
	},
	gone: ["named_by"]
};
/** Joins, and makes what either side has forgotten slim. `forgotten` only comes, so the order in which copies meet says nothing. */
const forgettable = ({ empty, gone }, join) => (a, b) => {
	const joined = join(a, b);
	if (!isObject(joined) || !Object.hasOwn(joined, "forgotten") || !hasEnded(joined)) return joined;
	return Object.fromEntries(Object.entries(joined).flatMap(([name, value]) => gone.includes(name) ? [] : [[name, Object.hasOwn(empty, name) ? empty[name] : value]]));
};
// electron/state/rules.ts
/** Names that are only added; what stands beside one is set once. */
const names = mapOf(record({}));
const contributions = mapOf(record({
	s: forward(STATUS.contribution),
	renewal: largestAmount,
	change: largestAmount
}));
/** `spent` is the top of its order, so dropping the signatures there keeps the join associative. */
const spentCoinsNeedNoSignature = (join) => (a, b) => {
	const joined = join(a, b);
	if (!isObject(joined) || joined["status"] !== "spent") return joined;
	if (!Object.hasOwn(joined, "sig") && !Object.hasOwn(joined, "sigs")) return joined;
	return Object.fromEntries(Object.entries(joined).filter(([name]) => name !== "sig" && name !== "sigs"));
};
/**
* `paid` is the top of its order, and `provider` and `closed` once there stay. Emptied, the terms still count as one member of their
* group, and sort behind what tells two orders apart, so the same side wins before and after.
*/
const closedNeedNoTerms = (join) => (a, b) => {
	const joined = join(a, b);
	if (!isObject(joined) || !Object.hasOwn(joined, "terms")) return joined;
	if (!(joined["status"] === "paid" && Object.hasOwn(joined, "provider")) && !(Object.hasOwn(joined, "closed") && hasEnded(joined))) return joined;
	return Object.fromEntries(Object.entries(joined).map(([name, value]) => [name, name === "terms" ? {} : value]));
};
/**
* A join cannot tell a wrong answer of an exchange from the right one, and a coin without its signature, or derived by another index,
* is lost: copies at odds keep both, each under its own text.
*/
const keepsBoth = (one, all, type, join) => (a, b) => {
	const joined = join(a, b);
	if (!isObject(a) || !isObject(b) || !isObject(joined)) return joined;
	const [left, right] = [a[one], b[one]];
	if (left === right || typeof left !== type || typeof right !== type) return joined;
	return {
		...joined,
		[all]: names(joined[all] ?? {}, {
			[String(left)]: true,
			[String(right)]: true
		})
	};
};
const byCanonicalJson = (a, b) => compareText(canonicalJson(a), canonicalJson(b));
const removalWins = (a, b) => Number(isRemoved(a)) - Number(isRemoved(b)) || byCanonicalJson(a, b);
const isRemoved = (value) => isObject(value) && value["removed"] === true;
/** When something began. Whatever waits for a time to pass is looked at sooner if that is earlier, and never later. */
const begun = { created: earliestTime };
const purseFacts = together("terms", "h_contract", "purse_expiration");
/** How each kind joins (FORMAT.md#8-joining-copies). Members that are not named here are set once. */
const ruleByKind = {
	device: {
		clock: "none",
		join: record({
			epoch: largestNumber,
			status: forward(STATUS.device),
			last_clock: largestText
		}, nameWithClock)
	},
	provider: {
		clock: "whole",
		atEqualClocks: removalWins
	},
	exchange: {
		clock: "per-field",
		join: record({ fields: mapOf(laterRegister) })
	},
	reserve: {
		clock: "none",
		join: record({
			...begun,
			status: forward(STATUS.reserve)
		})
	},
	withdrawal: {
		clock: "none",
		join: forgettable(FORGOTTEN_WITHDRAWAL, record({
			...begun,
			batches: mapOf(record({
				status: forward(STATUS.batch),
				outside: forward(OUTSIDE)
			})),
			max_fees: largestAmount
		}, statusWithWhy(STATUS.withdrawal)))
	},
	refresh: {
		clock: "none",
		join: keepsBoth("noreveal_index", "gammas", "number", record({
			...begun,
			outside: forward(OUTSIDE),
			noreveal_index: largestNumber,
			gammas: names
		}, statusWithWhy(STATUS.refresh), together("exchange_pub", "exchange_sig")))
	},
	coin: {
		clock: "none",
		join: spentCoinsNeedNoSignature(keepsBoth("sig", "sigs", "string", record({
			status: forward(STATUS.coin),
			remaining: smallestAmount,
			sig: largestText,
			sigs: names
		})))
	},
	purchase: {
		clock: "none",
		join: forgettable(FORGOTTEN_PURCHASE, closedNeedNoTerms(record({
			...begun,
			begun: earliestTime,
			paid_at: earliestTime,
			refund_deadline: latestTime,
			coins: contributions,
			refunds: mapOf(record({}))
		}, statusWithWhy(STATUS.purchase), together("terms", "merchant_sig", "h_contract", "amount"))))
	},
	refund: {
		clock: "none",
		join: record({
			...begun,
			renewal: largestAmount
		}, statusWithWhy(STATUS.refund), together("exchange_pub", "exchange_sig"))
	},
	deposit: {
		clock: "none",
		join: forgettable(FORGOTTEN_DEPOSIT, record({
			...begun,
			coins: contributions
		}, statusWithWhy(STATUS.deposit)))
	},
	"push-out": {
		clock: "none",
		join: forgettable(FORGOTTEN_PURSE, record({
			...begun,
			coins: contributions,
			called_back: largestNumber
		}, statusWithWhy(STATUS["push-out"]), purseFacts))
	},
	"push-in": {
		clock: "none",
		join: forgettable(FORGOTTEN_PURSE, record({
			...begun,
			called_back: largestNumber
		}, statusWithWhy(STATUS["push-in"]), purseFacts, together("reserve", "merge_priv", "merge_timestamp")))
	},
	"pull-out": {
		clock: "none",
		join: forgettable(FORGOTTEN_PURSE, record({
			...begun,
			called_back: largestNumber
		}, statusWithWhy(STATUS["pull-out"]), purseFacts))
	},
	"pull-in": {
		clock: "none",
		join: forgettable(FORGOTTEN_PURSE, record({
			...begun,
			coins: contributions,
			called_back: largestNumber
		}, statusWithWhy(STATUS["pull-in"]), purseFacts))
	},
	setting: {
		clock: "whole",
		atEqualClocks: byCanonicalJson
	},
	tombstone: {
		clock: "none",
		join: record({ until: latestTime })
	},
	gone: {
		clock: "none",
		join: record({
			seeds: names,
			entries: names
		})
	}
};
/** What an older wallet can do for a kind it does not know: keep the later copy whole. */
const unknownKind = {
	clock: "whole",
	atEqualClocks: byCanonicalJson
};
const rules = new Map(Object.entries(ruleByKind));
/** The rule of a kind, known or not. */
const ruleOf = (kind) => rules.get(kind) ?? unknownKind;
// electron/state/merge.ts
/**
* Joins two copies of everything: commutative, associative, idempotent, and sorted, so that equal states are equal bytes.
* What has left in one copy is in neither any more (`gone.ts`). A quarantined copy of an entry stays beside the accepted one; whoever's clock allows it joins them (`storage/tx.ts`).
*/
const merge = (a, b) => {
	const entryByKey = /* @__PURE__ */ new Map();
	for (const entry of [...a, ...b]) {
		const key = keyOf(entry);
		entryByKey.set(key, joinEntries(entryByKey.get(key) ?? entry, entry));
	}
	return withoutGone([...entryByKey.values()]).toSorted(compareEntries);
};
/** Joins two copies of one entry; both must have the same kind and id. */
const joinEntries = (a, b) => {
	if (a.kind !== b.kind || a.id !== b.id) throw new Error("defect: two different entries cannot be joined");
	const rule = ruleOf(a.kind);
	const order = compareText(a.clock, b.clock);
	const quarantined = a.quarantined && b.quarantined ? { quarantined: true } : {};
	if (rule.clock === "whole") {
		const winner = (order || rule.atEqualClocks(a.value, b.value)) >= 0 ? a : b;
		return {
			kind: a.kind,
			id: a.id,
			clock: winner.clock,
			value: winner.value,
			...quarantined
		};
	}
	return {
		kind: a.kind,
		id: a.id,
		clock: order >= 0 ? a.clock : b.clock,
		value: rule.join(a.value, b.value),
		...quarantined
	};
};
/** The order of entries in a snapshot: by kind, then id, an accepted copy before a quarantined one. */
const compareEntries = (a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id) || Number(a.quarantined ?? false) - Number(b.quarantined ?? false);
/** NUL separates because JSON text of a kind may hold a space. */
const keyOf = ({ kind, id, quarantined }) => `${quarantined ? "q" : "a"}\0${JSON.stringify(kind)}\0${id}`;
// electron/state/content.ts
/** What a blob carries, before compression: all entries in this form. */
const CONTENT_FORMAT = 1;
/**
* How all coins of a content are derived. Every batch and session says it of its own coins now, so that one of tomorrow
* does not lock today's wallet out of the rest; this stays 1 for wallets that look for it, and may be left out.
*/
const COIN_SCHEME = 1;
/** 64 MiB of content (the cap of `backup/copies/blob.ts`) hold no more than this many of the smallest entries; ours have ten thousands. */
const MAX_ENTRIES = 15e5;
const MAX_KIND = 64;
/** Ids hold a base URL and a key at most; a tombstone's id holds another id. */
const MAX_ID = 4096;
const MAX_CLOCK = 128;
/** Canonical JSON of a content: equal entries give equal bytes, whatever their order here. */
const contentToJson = (entries) => contentOfTexts(entries.map(({ value, ...entry }) => ({
	...entry,
	text: canonicalJson(value)
})));
/** `contentToJson` for entries as the database keeps them: with many coins, parsing and writing every value again takes longer than sealing. */
const contentOfTexts = (entries) => {
	const sorted = [...entries].sort(compareEntries);
	return `{"coin_scheme":${COIN_SCHEME},"entries":[${sorted.map(entryToJson).join(",")}],"format":${CONTENT_FORMAT}}`;
};
/** One entry in canonical order. Entries are written one by one, so that a value may use all of the allowed nesting. */
const entryToJson = ({ clock, id, kind, quarantined, text }) => `{"clock":${JSON.stringify(clock)},"id":${JSON.stringify(id)},"kind":${JSON.stringify(kind)}${quarantined ? ",\"quarantined\":true" : ""},"value":${text}}`;
const version = z.number().int().nonnegative();
const head = z.looseObject({
	format: version,
	coin_scheme: version.default(COIN_SCHEME)
});
const body = z.strictObject({
	format: version,
	coin_scheme: version.default(COIN_SCHEME),
	entries: z.array(z.unknown()).max(MAX_ENTRIES)
});
const carried = z.strictObject({
	kind: z.string().min(1).max(MAX_KIND),
	id: z.string().min(1).max(MAX_ID),
	clock: z.string().min(1).max(MAX_CLOCK),
	quarantined: z.literal(true).exactOptional()
});
/**
* Reads a content from outside: every entry of every kind, sorted. Fails as a whole on anything that is not a content, and by name on
* a newer one. What no honest wallet writes stays beside the entry it is a copy of: joined with it, it could make a good one unreadable.
*/
const contentFromJson = (text) => {
	const read = readEntries(text);
	return read.ok ? ok(merge(judged(read.value), [])) : read;
};
const readEntries = (text) => {
	const parsed = parseJson(text);
	if (parsed === void 0) return malformed("not JSON");
	const versions = head.safeParse(parsed);
	if (!versions.success) return malformed("no format number");
	const { format, coin_scheme: coinScheme } = versions.data;
	if (format > CONTENT_FORMAT || coinScheme > COIN_SCHEME) return err({
		kind: "newer-content",
		format,
		coinScheme
	});
	const content = body.safeParse(parsed);
	if (!content.success || format !== CONTENT_FORMAT || coinScheme !== COIN_SCHEME) return malformed("not a content of this format");
	const entries = [];
	for (const [at, each] of content.data.entries.entries()) {
		const entry = readCarried(each);
		if (!entry) return malformed(`entry ${at}`);
		entries.push(entry);
	}
	return ok(entries);
};
/** Coins are judged by seeds that were. */
const judged = (entries) => {
	const bounded = entries.map((entry) => isBeyondBounds(entry) ? apart(entry) : entry);
	const seeds = /* @__PURE__ */ new Map();
	for (const { kind, id, value, quarantined } of bounded) if (!quarantined && (kind === "withdrawal" || kind === "refresh")) seeds.set(`${kind} ${id}`, value);
	const isCoinOfSeed = coinJudge((kind, id) => seeds.get(`${kind} ${id}`));
	return bounded.map((entry) => isCoinOfSeed(entry) ? entry : apart(entry));
};
const apart = (entry) => ({
	...entry,
	quarantined: true
});
/** The value is taken from the parsed JSON itself: a schema would copy it, and lose members named `__proto__`. */
const readCarried = (each) => {
	if (typeof each !== "object" || each === null || !("value" in each)) return void 0;
	const { value, ...rest } = each;
	const entry = carried.safeParse(rest);
	return entry.success && value !== void 0 && hasCanonicalForm(value) ? {
		...entry.data,
		value
	} : void 0;
};
const malformed = (why) => err({
	kind: "malformed-content",
	why
});
// electron/taler/bytes/numbers.ts
/** The number that big-endian bytes stand for; no bytes are 0. */
const bytesToBigInt = (bytes) => bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`);
/** Big-endian bytes: minimal without leading zeros, or left-padded to `length`; a number that does not fit throws. */
const bigIntToBytes = (value, length) => {
	const hex = value.toString(16);
	const digits = length === void 0 ? hex.length + hex.length % 2 : length * 2;
	if (value < 0n || hex.length > digits) throw new Error(`defect: a number does not fit in ${digits / 2} bytes`);
	return new Uint8Array(Buffer.from(hex.padStart(digits, "0"), "hex"));
};
/** The number that little-endian bytes stand for. */
const littleEndianToBigInt = (bytes) => bytesToBigInt(bytes.slice().reverse());
/** Little-endian bytes, filled up to `length`. */
const bigIntToLittleEndian = (value, length) => bigIntToBytes(value, length).reverse();
/** The inverse of `value` modulo `modulus`; undefined when they share a factor. */
const invertModulo = (value, modulus) => {
	let [remainder, next] = [modulus, value % modulus];
	let [coefficient, nextCoefficient] = [0n, 1n];
	while (next !== 0n) {
		const quotient = remainder / next;
		[remainder, next] = [next, remainder - quotient * next];
		[coefficient, nextCoefficient] = [nextCoefficient, coefficient - quotient * nextCoefficient];
	}
	if (remainder !== 1n) return void 0;
	return coefficient < 0n ? coefficient + modulus : coefficient;
};
// electron/taler/coin/planchet.ts
/** Coin number `index` of a withdrawal seed of 32 bytes (the index runs over the whole selection, in its order). */
const deriveWithdrawCoin = (seed, index) => splitSecrets(kdf(64, seed, u32(index), "taler-withdrawal-coin-derivation"));
const splitSecrets = (derived) => ({
	coinPriv: derived.slice(0, 32),
	blindingSecret: derived.slice(32, 64)
});
// electron/taler/crypto/ecdh.ts
const PKCS8_HEAD = hexToBytes("302e020100300506032b656e04220420");
const SPKI_HEAD = hexToBytes("302a300506032b656e032100");
/** The field of Curve25519. */
const P = 2n ** 255n - 19n;
/** The X25519 public key of 32 private bytes (clamped by the operation itself). */
const ecdhePublicKey = (privateBytes) => {
	const { x } = createPublicKey(privateKey(privateBytes)).export({ format: "jwk" });
	if (x === void 0) throw new Error("defect: an X25519 key without its point");
	return new Uint8Array(Buffer.from(x, "base64url"));
};
/** The 64-byte shared secret of our Ed25519 seed with another's X25519 public key. */
const ecdhEddsa = (eddsaSeed, ecdhePub) => ecdhRaw(sha512(eddsaSeed).slice(0, 32), ecdhePub);
/** The 64-byte shared secret of our X25519 private key with another's Ed25519 public key. */
const ecdhEcdhe = (ecdhePriv, eddsaPub) => {
	const montgomery = eddsaPointToMontgomery(eddsaPub);
	return montgomery.ok ? ecdhRaw(ecdhePriv, montgomery.value) : montgomery;
};
/** SHA-512 of the X25519 product of 32 private bytes and a Montgomery u-coordinate. */
const ecdhRaw = (privateBytes, u) => {
	const raw = x25519(privateBytes, u);
	return raw.ok ? ok(sha512(raw.value)) : raw;
};
/** The raw X25519 product; fails for points of small order, whose product is zero for every private key. */
const x25519 = (privateBytes, u) => {
	if (u.length !== 32) return err({ kind: "bad-point" });
	try {
		const key = Buffer.from(concatBytes(SPKI_HEAD, u));
		const publicKey = untraced(() => createPublicKey({
			key,
			format: "der",
			type: "spki"
		}));
		const product = new Uint8Array(diffieHellman({
			privateKey: privateKey(privateBytes),
			publicKey
		}));
		return product.every((byte) => byte === 0) ? err({ kind: "bad-point" }) : ok(product);
	} catch {
		return err({ kind: "bad-point" });
	}
};
/** The Montgomery u-coordinate (1+y)/(1−y) of an Ed25519 public key, 32 bytes little-endian; fails for y = 1 and y ≥ p. */
const eddsaPointToMontgomery = (eddsaPub) => {
	if (eddsaPub.length !== 32) return err({ kind: "bad-point" });
	const y = littleEndianToBigInt(eddsaPub) & (1n << 255n) - 1n;
	if (y >= P || y === 1n) return err({ kind: "bad-point" });
	const inverse = invertModulo((1n - y + P) % P, P);
	if (inverse === void 0) throw new Error("defect: a number below a prime has an inverse");
	return ok(bigIntToLittleEndian((1n + y) * inverse % P, 32));
};
const privateKey = (bytes) => {
	if (bytes.length !== 32) throw new Error("defect: an X25519 private key has 32 bytes");
	const key = Buffer.from(concatBytes(PKCS8_HEAD, bytes));
	return untraced(() => createPrivateKey({
		key,
		format: "der",
		type: "pkcs8"
	}));
};
// electron/taler/coin/refresh.ts
/** The three transfer private keys of a refresh session seed of 64 bytes (the derivation of wallet-core 2022, kept so that its sessions can be finished). */
const deriveTransferPrivs = (sessionSeed) => {
	const derive = (gamma) => kdf(32, sessionSeed, u32(gamma), "taler-transfer-pub-derivation");
	return [
		derive(0),
		derive(1),
		derive(2)
	];
};
/** The X25519 public keys of the transfer keys. */
const transferPubs = ([a, b, c]) => [
	ecdhePublicKey(a),
	ecdhePublicKey(b),
	ecdhePublicKey(c)
];
/** The 64-byte transfer secret from our side: transfer private key and old coin's public key (the wallet when melting, the exchange when checking). */
const transferSecret = (transferPriv, oldCoinPub) => ecdhEcdhe(transferPriv, oldCoinPub);
/** The same 64 bytes from the old coin's private key and the transfer public key: how link finds lost change. */
const linkSecret = (oldCoinPriv, transferPub) => ecdhEddsa(oldCoinPriv, transferPub);
/** The 32-byte planchet secret of new coin `index`; the exchange recomputes it for the disclosed γ. */
const refreshPlanchetSecret = (secret, index) => kdf(32, secret, u32(index), "taler-coin-derivation");
/** New RSA coin `index` of a transfer secret of 64 bytes. */
const deriveRefreshCoin = (secret, index) => {
	const planchetSecret = refreshPlanchetSecret(secret, index);
	return {
		coinPriv: kdf(32, planchetSecret, "coin"),
		blindingSecret: kdf(32, planchetSecret, "bks")
	};
};
// electron/taler/coin/schemes.ts
/** As wallet-core 2022 derives them: withdrawals of every generation, and refreshes up to v23. */
const first = {
	withdrawn: ({ seed }, index) => deriveWithdrawCoin(seed, index),
	refreshed: ({ seed, oldCoin, noRevealIndex }, index) => {
		const secret = transferSecret(deriveTransferPrivs(seed)[noRevealIndex], oldCoin.pub);
		return secret.ok ? ok(deriveRefreshCoin(secret.value, index)) : secret;
	},
	linked: (oldCoinPriv, transferPub, index) => {
		const secret = linkSecret(oldCoinPriv, transferPub);
		return secret.ok ? ok(deriveRefreshCoin(secret.value, index)) : secret;
	},
	transferPubs: ({ seed }) => transferPubs(deriveTransferPrivs(seed))
};
/** A coin of another program, of which nothing is known but its own secrets: the seed is its private key. Nothing is withdrawn by it, and it is renewed as any other. */
const given = {
	...first,
	withdrawn: ({ seed, blinding }, index) => index === 0 && blinding !== void 0 ? {
		coinPriv: seed,
		blindingSecret: blinding
	} : void 0
};
const SCHEMES = /* @__PURE__ */ new Map([[1, first], [2, given]]);
/** The scheme of that number; undefined for one of a newer wallet. */
const coinScheme = (scheme = 1) => SCHEMES.get(scheme);
// electron/wallet/coins/scheme.ts
/** True for a batch or session whose coins this version can derive. */
const isKnownScheme = ({ scheme }) => coinScheme(scheme) !== void 0;
const NONE = /* @__PURE__ */ new Set();
/** Seeds whose coins only a newer wallet can derive: of an unknown scheme, or made of such coins. */
const newerSeeds = (reader) => {
	const newer = /* @__PURE__ */ new Set();
	for (const entry of reader.withScheme()) {
		if (entry.kind === "refresh" && !isKnownScheme(entry.value)) newer.add(entry.id);
		if (entry.kind !== "withdrawal") continue;
		for (const [id, batch] of Object.entries(entry.value.batches)) if (!isKnownScheme(batch)) newer.add(id);
	}
	if (newer.size === 0) return NONE;
	const madeOf = /* @__PURE__ */ new Map();
	for (const { id, value } of reader.entries("refresh")) {
		const seed = seedOf(value.old_coin);
		madeOf.set(seed, [...madeOf.get(seed) ?? [], id]);
	}
	for (const seed of newer) for (const session of madeOf.get(seed) ?? []) newer.add(session);
	return newer;
};
const seedOf = (coin) => parseCoinId(coin)?.seedId ?? "";
export { contentFromJson, contentToJson, merge, newerSeeds };
