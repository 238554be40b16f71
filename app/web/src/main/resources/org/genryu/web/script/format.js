// Numbers as the server writes them, digit for digit: rounded half up on the decimal text, then carried over the
// boundary of the unit. Decimals are exact: a sign, digits and a power of ten.
"use strict";

const GenryuFormat = (() => {
  const CURRENCIES = {
    USD: ["$", "ドル"],
    JPY: ["¥", "円"],
    EUR: ["€", "ユーロ"],
    GBP: ["£", "英ポンド"],
    AUD: ["A$", "豪ドル"],
    CAD: ["C$", "カナダドル"],
    CNY: ["CNY ", "元"],
    KRW: ["KRW ", "ウォン"],
  };
  const WESTERN = [["", 0], ["million", 6], ["billion", 9], ["trillion", 12]];
  const EASTERN = [["", 0], ["万", 4], ["億", 8], ["兆", 12], ["京", 16]];

  /** The shortest decimal text of a number, exactly: value = sign · digits · 10^-scale, no zeros at its end. */
  function decimal(value) {
    if (!Number.isFinite(value)) {
      throw new RangeError("a number must be finite: " + value);
    }
    const [mantissa, exponent] = Math.abs(value).toExponential().split("e");
    const [whole, part = ""] = mantissa.split(".");
    let digits = BigInt(whole + part);
    let scale = part.length - Number(exponent);
    while (digits !== 0n && digits % 10n === 0n) {
      digits /= 10n;
      scale -= 1;
    }
    return digits === 0n ? { sign: 0, digits, scale: 0 } : { sign: value < 0 ? -1 : 1, digits, scale };
  }

  const size = (d) => (d.sign === 0 ? 0 : d.digits.toString().length - d.scale);

  /** Half up to so many decimals. */
  function round(d, decimals) {
    const drop = d.scale - decimals;
    if (drop <= 0) {
      return { sign: d.sign, digits: d.digits * 10n ** BigInt(-drop), scale: decimals };
    }
    const unit = 10n ** BigInt(drop);
    const digits = (2n * d.digits + unit) / (2n * unit);
    return { sign: digits === 0n ? 0 : d.sign, digits, scale: decimals };
  }

  function stripped(d) {
    let { digits, scale } = d;
    while (digits !== 0n && digits % 10n === 0n) {
      digits /= 10n;
      scale -= 1;
    }
    return digits === 0n ? { sign: 0, digits, scale: 0 } : { sign: d.sign, digits, scale };
  }

  const moved = (d, left) => ({ sign: d.sign, digits: d.digits, scale: d.scale + left });

  /** Whether the size of a decimal is at least 10^power. */
  const reaches = (d, power) => d.sign !== 0 && size(d) > power;

  function grouped(d) {
    const scale = Math.max(0, d.scale);
    const all = (d.digits * 10n ** BigInt(Math.max(0, -d.scale))).toString().padStart(scale + 1, "0");
    const whole = all.slice(0, all.length - scale).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    return (d.sign < 0 ? "-" : "") + whole + (scale > 0 ? "." + all.slice(all.length - scale) : "");
  }

  /** At least four significant digits. */
  function number(value) {
    const exact = decimal(value);
    if (exact.sign === 0) {
      return "0";
    }
    const length = size(exact);
    if (length > 15 || length < -3) {
      const one = stripped(round(moved(exact, length - 1), 3));
      const plain = one.scale < 0 ? round(one, 0) : one;
      return grouped(plain) + "e" + (length - 1);
    }
    return grouped(stripped(round(exact, Math.max(0, 4 - length))));
  }

  const decimals = (d) => (reaches(d, 3) ? 0 : 1);
  const smallDecimals = (d) => (reaches(d, 3) ? 0 : 2);

  function top(d, scales, first) {
    return scales.reduce((best, one, i) => (one[1] >= first && reaches(d, one[1]) ? i : best), 0);
  }

  function scaled(d, scales, lang) {
    for (let at = top(d, scales, 1); ; at += 1) {
      const [word, power] = scales[at];
      const counted = moved(d, power);
      const rounded = round(counted, at === 0 ? smallDecimals(counted) : decimals(counted));
      if (at < scales.length - 1 && reaches(rounded, scales[at + 1][1] - power)) {
        continue; // rounding carried it over the boundary
      }
      const whole = stripped(rounded).scale <= 0;
      const text = grouped(whole && (lang === "ja" || at === 0) ? round(rounded, 0) : rounded);
      return lang === "ja" ? text + word : word === "" ? text : text + " " + word;
    }
  }

  const names = (code) => CURRENCIES[code] || [code + " ", " " + code];

  /** Short: ¥433.3 million, 4.3億円. */
  function money(value, currency, lang) {
    const exact = decimal(value);
    const [en, ja] = names(currency);
    if (lang === "ja") {
      return scaled(exact, EASTERN, lang) + ja;
    }
    const text = scaled({ ...exact, sign: Math.abs(exact.sign) }, WESTERN, lang);
    return (exact.sign < 0 && /[1-9]/.test(text) ? "-" : "") + en + text;
  }

  /** For axes, where neighbours must differ: 1.25 million, 125万. */
  function axis(value, lang) {
    const [word, power] = (lang === "ja" ? EASTERN : WESTERN)[top(decimal(value), lang === "ja" ? EASTERN : WESTERN, lang === "ja" ? 4 : 6)];
    const text = number(Number((value / 10 ** power).toPrecision(6)));
    return lang === "ja" ? text + word : word === "" ? text : text + " " + word;
  }

  /** A number with its unit; from 10,000 tonnes 万トン in Japanese. */
  function amount(value, unit, lang) {
    if (unit === "" || unit === "1") {
      return number(value);
    }
    if (lang === "en" || !(unit === "t" || unit.startsWith("t/"))) {
      return number(value) + " " + unit;
    }
    const word = "トン" + unit.slice(1).replace("/yr", "/年").replace("/month", "/月").replace("/d", "/日");
    return (Math.abs(value) < 10000 ? number(value) : scaled(decimal(value), EASTERN, "ja")) + word;
  }

  /** A fraction as a percentage: one decimal, two significant digits below 0.1 %. */
  function percent(fraction) {
    const exact = moved(decimal(fraction), -2);
    const places = exact.sign === 0 || size(exact) >= 0 ? 1 : 2 - size(exact);
    return grouped(round(exact, Math.min(places, 9))) + "%";
  }

  /** Absent: never blank, never nought. */
  const missing = (reason) => "— (" + reason + ")";

  return { number, money, axis, amount, percent, missing };
})();

if (typeof module !== "undefined") {
  module.exports = GenryuFormat;
}
