#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(2593)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 2593:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(2593)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(1489)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 1383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 9737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(5101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 1489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 6093:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ operands),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8229);


/**
 * Where a path of the target's image most likely comes from: the last COPY or ADD whose destination covers it, through the
 * stages that it goes on from. A guess for a message, since only the build knows what a RUN did.
 */
function originOf(dockerfile, target, path) {
    let stage = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .targetStage */ .Ae)(dockerfile, target);
    while (stage !== undefined) {
        const here = copyOf(dockerfile, stage, path);
        if (here)
            return here;
        const base = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile.stages.slice(0, stage.index), stage.base);
        if (base === undefined)
            return fromBase(stage, path);
        stage = base;
    }
    return undefined;
}
function fromBase(stage, path) {
    const naming = stage.instructions.findLast(({ keyword, text }) => keyword === 'RUN' && text.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)));
    if (naming)
        return { stage, instruction: naming, from: { kind: 'run' } };
    const [from] = stage.instructions;
    if (from === undefined || stage.base.toLowerCase() === 'scratch')
        return undefined;
    return { stage, instruction: from, from: { kind: 'base', image: stage.base } };
}
function copyOf(dockerfile, stage, path) {
    let folder = '/';
    let found;
    for (const instruction of stage.instructions) {
        if (instruction.keyword === 'WORKDIR')
            folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, instruction.text.trim());
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')
            continue;
        const words = operands(instruction.text);
        const [sources, destination] = [words.slice(0, -1), words.at(-1)];
        if (destination === undefined || sources.length === 0)
            continue;
        const exact = reaches(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, destination), sources, path);
        if (exact !== undefined && (exact || !found?.exact))
            found = { instruction, sources, exact };
    }
    if (found === undefined)
        return undefined;
    const { instruction, sources } = found;
    return { stage, instruction, from: sourceOf(dockerfile, stage, instruction, sources) };
}
/** true: puts just this file there; false: a folder that may hold it; undefined: something else. */
function reaches(destination, sources, path) {
    if (destination === path)
        return true;
    const below = destination === '/' ? '/' : `${destination}/`;
    if (!path.startsWith(below))
        return undefined;
    const rest = path.slice(below.length);
    return sources.some((source) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source) === rest);
}
function sourceOf(dockerfile, stage, instruction, sources) {
    const from = instruction.flags.find(({ name }) => name === 'from')?.value;
    if (from === undefined)
        return { kind: 'context', sources };
    const source = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile.stages.slice(0, stage.index), from);
    return source === undefined ? { kind: 'image', image: from } : { kind: 'stage', stage: source, sources };
}
/** The words after the flags, in either form. */
function operands(text) {
    const joined = text.replace(/\\[ \t]*\r?\n/g, ' ').trim();
    const rest = joined.replace(/^(?:--\S+\s+)+/, '');
    if (rest.startsWith('[')) {
        try {
            const list = JSON.parse(rest);
            if (Array.isArray(list))
                return list.map(String);
        }
        catch {
            // Not the JSON form, then: the builder reads it as words too.
        }
    }
    return rest.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ IGNORE_FILES)
/* harmony export */ });
/**
 * Ignore files by name, the one first that podman prefers; behind a Dockerfile's own name they are for that Dockerfile
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `ContainerIgnoreFile`).
 */
const IGNORE_FILES = ['.containerignore', '.dockerignore'];


/***/ }),

/***/ 5264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ imageReferences)
/* harmony export */ });
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2558);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8229);


/** The images from elsewhere that building the target uses. */
function imageReferences(dockerfile, target) {
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .neededStages */ .xB)(dockerfile, target).flatMap((stage) => {
        const earlier = dockerfile.stages.slice(0, stage.index);
        return [fromReference(stage), ...stage.instructions.flatMap(otherReferences)].filter(({ image }) => image !== '' && image.toLowerCase() !== 'scratch' && !isStage(earlier, image));
    });
}
function fromReference(stage) {
    const { base: image, platform, instructions } = stage;
    return { image, platform, by: 'FROM', line: instructions[0].line };
}
function otherReferences({ keyword, flags, line }) {
    return flags.flatMap(({ name, value }) => {
        const mounted = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_1__/* .mountOptions */ .g)(value).get('from') || undefined : undefined;
        if (mounted !== undefined)
            return [{ image: mounted, platform: undefined, by: 'RUN --mount', line }];
        if (name !== 'from' || keyword === 'FROM')
            return [];
        return [{ image: value, platform: undefined, by: 'COPY --from', line }];
    });
}
function isStage(stages, name) {
    return stages.some((stage) => stage.name === name.toLowerCase() || String(stage.index) === name);
}


/***/ }),

/***/ 1475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Nj: () => (/* binding */ logicalLines)
/* harmony export */ });
/* unused harmony export rawWords */
const CONTINUES = /(^|[^\\])\\[ \t]*$/;
const DOUBTFUL_END = /\\\\[ \t]*$/;
const HEREDOC_WORD = /^\d*<<(-?)([^<]*)$/;
const HEREDOC_NAME = /^(?:[A-Za-z0-9_.]+|'[A-Za-z0-9_.]+'|"[A-Za-z0-9_.]+")$/;
/**
 * Splits a Dockerfile's text into logical lines, as BuildKit's parser does, which podman uses
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/parser.go).
 */
function logicalLines(text) {
    const raw = text.replace(/^\uFEFF/, '').split('\n');
    const source = raw.map((line) => line.replace(/\r+$/, ''));
    const doubts = [];
    const lines = [];
    if (text.includes('\uFFFD'))
        doubts.push({ line: 1, problem: 'it is not UTF-8' });
    if (hasEscapeDirective(source))
        doubts.push({ line: 1, problem: 'another escape character is set' });
    let at = 0;
    while (at < source.length) {
        if (isBlankOrComment(source[at])) {
            at += 1;
            continue;
        }
        const start = at;
        const { joined, next } = join(source, at);
        if (source.slice(at, next).some((line) => DOUBTFUL_END.test(line)))
            doubts.push({ line: start + 1, problem: 'a line ends with two backslashes' });
        const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(joined.trim());
        const keyword = word.toUpperCase();
        const read = heredocsOf(keyword, rest, { source, raw }, next);
        if (read.problem !== undefined)
            doubts.push({ line: start + 1, problem: read.problem });
        lines.push({ keyword, text: rest, line: start + 1, heredocs: read.heredocs });
        at = read.next;
    }
    return { lines, doubts };
}
/**
 * The logical line of each instruction of a parsed Dockerfile. Where the two readings differ there is a doubt, and no
 * line can be relied on.
 */
function linesOf(dockerfile, text) {
    const { lines, doubts } = logicalLines(text);
    const byLine = new Map(lines.map((line) => [line.line, line]));
    const instructions = [
        ...dockerfile.globals,
        ...dockerfile.stages.flatMap((stage) => [...stage.instructions]),
    ];
    const differs = instructions.find((each) => byLine.get(each.line)?.keyword !== each.keyword)?.line ??
        (instructions.length === lines.length ? undefined : 1);
    return {
        of: (instruction) => byLine.get(instruction.line),
        doubts: differs === undefined || doubts.length > 0
            ? doubts
            : [{ line: differs, problem: 'it can be read in two ways' }],
    };
}
/** The words of a line: apart where blanks are, unless these are quoted or escaped. Quotes and escapes are kept. */
function rawWords(text) {
    return text.match(/(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\])+|\\/g) ?? [];
}
function isBlankOrComment(line) {
    return /^\s*(#|$)/.test(line);
}
function hasEscapeDirective(source) {
    const end = source.findIndex((line) => !/^\s*#/.test(line));
    return source
        .slice(0, end < 0 ? source.length : end)
        .some((line) => /^\s*#\s*escape\s*=\s*[^\\\s]/i.test(line));
}
function join(source, from) {
    let joined = '';
    let at = from;
    let continues = true;
    while (continues && at < source.length) {
        const line = source[at];
        at += 1;
        if (isBlankOrComment(line))
            continue;
        continues = CONTINUES.test(line);
        joined += continues ? line.replace(CONTINUES, '$1') : line;
    }
    return { joined, next: at };
}
function heredocsOf(keyword, text, { source, raw }, from) {
    const heredocs = [];
    let next = from;
    if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword) || !text.includes('<<'))
        return { heredocs, next };
    const words = rawWords(text).map((word) => HEREDOC_WORD.exec(word));
    for (const match of words) {
        if (match === null || match[2] === '')
            continue;
        const [, chomp, name = ''] = match;
        if (keyword === 'ONBUILD' || !HEREDOC_NAME.test(name))
            return { heredocs, next, problem: 'its here-document can be read in several ways' };
        const plain = name.replace(/^["']|["']$/g, '');
        const end = source.findIndex((line, at) => at >= next && (chomp === '-' ? line.replace(/^\t+/, '') : line) === plain);
        if (end < 0)
            return { heredocs, next, problem: 'its here-document has no end' };
        heredocs.push({ name: plain, expands: plain === name, body: raw.slice(next, end).join('\n') });
        next = end + 1;
    }
    return { heredocs, next };
}


/***/ }),

/***/ 2558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mountOptions)
/* harmony export */ });
/** The options of a `--mount` flag by name; the target by that name, however it was written. */
function mountOptions(value) {
    return new Map(value.split(',').map((option) => {
        const [name = '', ...rest] = option.split('=');
        return [/^(dst|destination)$/.test(name) ? 'target' : name, rest.join('=')];
    }));
}


/***/ }),

/***/ 7995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NX: () => (/* binding */ flagSince),
/* harmony export */   Oh: () => (/* binding */ unreadableHeredoc),
/* harmony export */   lD: () => (/* binding */ unsupportedFlags)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2088);
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2558);


/** The oldest podman that reads here-documents. */
const HEREDOC_SINCE = '4.8.0';
// https://github.com/containers/buildah/blob/main/CHANGELOG.md, by the podman that has it
const FLAG_SINCE = {
    'COPY --exclude': '5.3',
    'ADD --exclude': '5.3',
    'COPY --parents': '5.5',
    'COPY --link': '5.6',
    'ADD --link': '5.6',
    'ADD --checksum': '5.0',
    'RUN --network': '4.4',
};
/** Flags of Docker's builder that no podman knows, with what can be done instead. */
const FOREIGN_FLAGS = {
    'RUN --security': 'write --cap-add=… or --security-opt=… into extra-args, or do without it',
    'RUN --device': 'write --device=… into extra-args',
    'ADD --keep-git-dir': 'clone the repository with a RUN in a stage of its own',
    'ADD --unpack': 'unpack it with a RUN in a stage of its own',
};
/** The podman that a flag, such as `COPY --link`, is known since; undefined for one that is not in the list. */
function flagSince(name) {
    return FLAG_SINCE[name];
}
/** The flags of an instruction that a podman doesn't know. */
function unsupportedFlags({ keyword, flags }, version) {
    return flags.flatMap((flag) => {
        const value = unsupportedValue(flag);
        if (value !== undefined)
            return [{ ...value, name: `${keyword} ${value.name}` }];
        const name = `${keyword} --${flag.name}`;
        const since = FLAG_SINCE[name];
        const foreign = FOREIGN_FLAGS[name];
        if (foreign !== undefined)
            return [{ name, cure: foreign }];
        if (since === undefined || semver__WEBPACK_IMPORTED_MODULE_0__.gte(version, `${since}.0`))
            return [];
        return [{ name, cure: `use podman ${since} or newer, or do without it` }];
    });
}
// Neither 4.3.1 nor 5.8.6 takes these.
function unsupportedValue({ name, value }) {
    if (name === 'chmod' && /^[ugoa]*[-+=]/.test(value))
        return { name: `--chmod=${value}`, cure: 'write the mode as a number, such as --chmod=0755' };
    const options = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_1__/* .mountOptions */ .g)(value) : undefined;
    if (options?.get('type') !== 'secret' || !options.has('env'))
        return undefined;
    return {
        name: '--mount=type=secret,env=…',
        cure: `leave env out, and read the secret’s file in the command: ${options.get('env')}=$(cat /run/secrets/${options.get('id') ?? options.get('env')})`,
    };
}
/** The first instruction with a here-document, where this podman can't read one. */
function unreadableHeredoc(dockerfile, version) {
    if (semver__WEBPACK_IMPORTED_MODULE_0__.gte(version, HEREDOC_SINCE))
        return undefined;
    return dockerfile.stages
        .flatMap((stage) => stage.instructions)
        .find(({ keyword, text }) => ['RUN', 'COPY', 'ADD'].includes(keyword) &&
        /(?:^|\s)\d?<<-?(["']?)[A-Za-z_]\w*\1(?:\s|$|[;&|>])/.test(withoutQuoted(text)));
}
// What is quoted is a text of the command's, unless it is a here-document's own delimiter.
function withoutQuoted(text) {
    return text.replace(/(?<!<<-?)(?:"(?:[^"\\]|\\.)*"|'[^']*')/gs, '""');
}


/***/ }),

/***/ 1119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ expectedSettings),
/* harmony export */   b: () => (/* binding */ expandedName)
/* harmony export */ });
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8229);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6477);


// Builders set these by themselves, each in its own way.
const BUILDERS_OWN = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$|_proxy$|^SOURCE_DATE_EPOCH$/i;
/**
 * Evaluates LABEL and ENV of a target, as https://docs.docker.com/reference/dockerfile/#environment-replacement says, for
 * plain names, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`. Whatever depends on anything else is left out.
 */
function expectedSettings(dockerfile, target, variables) {
    const globals = globalValues(dockerfile, variables);
    const image = { labels: new Map(), environment: new Map() };
    for (const stage of (0,_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .stageChain */ .ap)(dockerfile, target).reverse())
        evaluateStage(stage, globals, image, variables);
    return { labels: known(image.labels), environment: known(image.environment) };
}
/**
 * A name as FROM has it, with the values of the ARGs before the first FROM; undefined where one of them is not known here.
 */
function expandedName(text, dockerfile, variables) {
    const { os, architecture } = variables.platform;
    const values = new Map([
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
        ...globalValues(dockerfile, variables),
    ]);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(text, (name) => values.get(name));
}
function globalValues(dockerfile, variables) {
    const globals = new Map();
    const lookup = (name) => globals.get(name);
    for (const { assignments } of dockerfile.globals) {
        for (const each of assignments)
            globals.set(each.name, argument(each, variables, lookup));
    }
    return globals;
}
function evaluateStage(stage, globals, { labels, environment }, variables) {
    const args = new Map();
    const lookup = (name) => {
        if (environment.has(name))
            return environment.get(name).value;
        // A variable of the base image wins over an ARG of the same name.
        if (variables.environment.has(name))
            return undefined;
        return args.get(name);
    };
    for (const instruction of stage.instructions) {
        const { keyword, assignments } = instruction;
        if (keyword === 'ARG') {
            for (const each of assignments) {
                const again = args.has(each.name) && each.value === undefined;
                const value = argument(each, variables, lookup, globals);
                args.set(each.name, again && !variables.args.has(each.name) ? undefined : value);
            }
        }
        else if (keyword === 'ENV' || keyword === 'LABEL') {
            const into = keyword === 'ENV' ? environment : labels;
            // All values of one instruction are from before it.
            const values = assignments.map((each) => ({ name: each.name, value: assigned(each, lookup) }));
            for (const { name, value } of values)
                into.set(name, { value, instruction });
        }
    }
}
function argument(assignment, { args, platform }, lookup, globals = new Map()) {
    const { name } = assignment;
    if (args.has(name))
        return args.get(name);
    if (assignment.value === undefined) {
        if (name === 'TARGETARCH')
            return platform.architecture;
        if (name === 'TARGETOS')
            return platform.os;
        if (BUILDERS_OWN.test(name))
            return undefined;
        return globals.has(name) ? globals.get(name) : '';
    }
    return BUILDERS_OWN.test(name) ? undefined : assigned(assignment, lookup);
}
function assigned({ value = '', form }, lookup) {
    if (form === 'unclear')
        return undefined;
    return form === 'literal' ? value : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(value, lookup);
}
function known(values) {
    const found = new Map();
    for (const [name, { value, instruction }] of values) {
        if (value !== undefined && !name.includes('$'))
            found.set(name, { value, instruction });
    }
    return found;
}


/***/ }),

/***/ 8229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ targetStage),
/* harmony export */   RV: () => (/* binding */ runsOnTarget),
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   VN: () => (/* binding */ stageReferences),
/* harmony export */   _G: () => (/* binding */ isBuildPlatform),
/* harmony export */   ap: () => (/* binding */ stageChain),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   eo: () => (/* binding */ executionOf),
/* harmony export */   pF: () => (/* binding */ isTargetPlatform),
/* harmony export */   rr: () => (/* binding */ instructionReferences),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   xB: () => (/* binding */ neededStages),
/* harmony export */   yz: () => (/* binding */ isRun)
/* harmony export */ });
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2558);

/** The stage that `target` names (by name or number), or the last one; undefined when there is none. */
function targetStage(dockerfile, target) {
    if (target === undefined)
        return dockerfile.stages.at(-1);
    return findStage(dockerfile.stages, target);
}
/** The target's stage, the one that it goes on from, and so on. */
function stageChain(dockerfile, target) {
    return chainOf(dockerfile, targetStage(dockerfile, target));
}
/** A stage, the one that it goes on from, and so on. */
function chainOf(dockerfile, stage) {
    const chain = [];
    for (let each = stage; each !== undefined; each = findStage(dockerfile.stages.slice(0, each.index), each.base)) {
        chain.push(each);
    }
    return chain;
}
/** The stages that go into the target, itself included, in the file's order. */
function neededStages(dockerfile, target) {
    const needed = new Set();
    const visit = (stage) => {
        if (stage === undefined || needed.has(stage))
            return;
        needed.add(stage);
        const earlier = dockerfile.stages.slice(0, stage.index);
        for (const name of stageReferences(stage))
            visit(findStage(earlier, name));
    };
    visit(targetStage(dockerfile, target));
    return dockerfile.stages.filter((stage) => needed.has(stage));
}
/** The stage of a name or number among some stages. */
function findStage(stages, name) {
    const named = stages.findLast((stage) => stage.name === name.toLowerCase());
    return named ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}
/** Names of stages, images and contexts that a stage takes something from, its base first. */
function stageReferences(stage) {
    return [stage.base, ...stage.instructions.flatMap(instructionReferences)];
}
/** Names of stages, images and contexts that an instruction takes something from, but for FROM. */
function instructionReferences({ flags }) {
    return flags.flatMap(({ name, value }) => {
        if (name === 'from')
            return [value];
        const from = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_0__/* .mountOptions */ .g)(value).get('from') : undefined;
        return from ? [from] : [];
    });
}
/**
 * Which platforms' programs building the target executes: those of needed stages that have a RUN and aren't fixed to
 * `$BUILDPLATFORM`. COPY, WORKDIR and the like execute nothing.
 */
function executionOf(dockerfile, target) {
    const stages = neededStages(dockerfile, target);
    // Nothing readable (such as a file for the C preprocessor): assume that it does.
    if (stages.length === 0 || dockerfile.path.endsWith('.in'))
        return { onTarget: true, onNamed: [] };
    const platforms = stages
        .filter((stage) => stage.instructions.some(isRun))
        .map((stage) => platformOf(dockerfile, stage) ?? '$TARGETPLATFORM')
        .filter((platform) => !isBuildPlatform(platform));
    return {
        onTarget: platforms.some((platform) => platform.includes('$')),
        onNamed: [...new Set(platforms.filter((platform) => !platform.includes('$')))],
    };
}
/** The RUN instructions that run on the target platform. */
function runsOnTarget(dockerfile, target) {
    return neededStages(dockerfile, target)
        .filter((stage) => isTargetPlatform(platformOf(dockerfile, stage)))
        .flatMap((stage) => stage.instructions.filter(isRun));
}
/** The platform that a stage, or the one that it goes on from, is given; undefined when none is written. */
function platformOf(dockerfile, stage) {
    const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base);
    return stage.platform ?? (base && platformOf(dockerfile, base));
}
/** Whether a `--platform` as written is the building machine's. */
function isBuildPlatform(written) {
    return /^\$(BUILDPLATFORM|\{BUILDPLATFORM\})$/.test(written);
}
/** Whether a `--platform` as written is the target's, as it is where none is. */
function isTargetPlatform(written) {
    return written === undefined || written.includes('TARGETPLATFORM');
}
/** Whether an instruction runs a program. */
function isRun(instruction) {
    return instruction.keyword === 'RUN';
}


/***/ }),

/***/ 6243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ instructionOfStep),
/* harmony export */   Zm: () => (/* binding */ comparable),
/* harmony export */   kq: () => (/* binding */ parseStep)
/* harmony export */ });
/** Reads a step line of podman's build log; undefined for any other line. */
function parseStep(line) {
    const match = /^(?:\[(\d+)\/\d+\] )?STEP (\d+)\/(\d+): (.*)$/.exec(line);
    if (!match)
        return undefined;
    return {
        stage: match[1] === undefined ? undefined : Number(match[1]),
        number: Number(match[2]),
        total: Number(match[3]),
        text: match[4],
    };
}
/**
 * The instruction that a step executes. podman numbers stages and steps in ways that differ by version (skipped
 * stages, steps that it adds), so the text decides and the numbers only choose among equals.
 */
function instructionOfStep(dockerfile, step) {
    const wanted = comparable(step.text);
    const equal = dockerfile.stages.flatMap((stage) => stage.instructions
        .map((instruction, at) => ({ instruction, stage: stage.index + 1, number: at + 1 }))
        .filter(({ instruction }) => sameText(comparable(`${instruction.keyword} ${instruction.text}`), wanted)));
    const ranked = equal.sort((a, b) => distance(a, step) - distance(b, step));
    return ranked[0]?.instruction;
}
function distance(candidate, step) {
    const stages = step.stage === undefined ? 0 : Math.abs(candidate.stage - step.stage);
    return stages * 1000 + Math.abs(candidate.number - step.number);
}
/** An instruction's text in the form in which two writings of it are equal. */
function comparable(text) {
    const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
    const joined = lines.join('\n').replace(/\\[ \t]*\n/g, ' ');
    // Of a heredoc podman shows the first line only.
    const first = /<<[-"'A-Za-z]/.test(joined) ? joined.split('\n')[0] : joined;
    const [keyword = '', ...rest] = first.trim().split(/\s+/);
    return [keyword.toUpperCase(), ...rest].join(' ');
}
// Step lines may be cut, or go on with the body of a heredoc.
function sameText(instruction, step) {
    return instruction === step || (instruction.includes('<<') && step.startsWith(instruction));
}


/***/ }),

/***/ 6477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ expandWord),
/* harmony export */   z: () => (/* binding */ variableNames)
/* harmony export */ });
class Unknown extends Error {
}
/**
 * Expands variables in a word and takes its quotes away, as builders do in FROM, COPY, ENV and their like
 * (https://github.com/openshift/imagebuilder/blob/v1.2.15/shell_parser.go).
 * @returns undefined when it depends on a value that isn't known, or on a form that not every version has
 */
function expandWord(word, lookup) {
    const scanner = new Scanner(word, lookup);
    try {
        const result = scanner.until(undefined);
        return result;
    }
    catch (error) {
        if (error instanceof Unknown)
            return undefined;
        throw error;
    }
}
/** The names of all variables that a text can refer to, whether quotes or escapes take their meaning away or not. */
function variableNames(text) {
    return [...new Set([...text.matchAll(/\$\{?([\p{L}_][\p{L}\p{N}_]*)/gu)].map((match) => match[1]))];
}
class Scanner {
    lookup;
    text;
    at = 0;
    constructor(word, lookup) {
        this.lookup = lookup;
        this.text = [...word];
    }
    until(stop) {
        let result = '';
        while (this.at < this.text.length) {
            const char = this.text[this.at++];
            if (char === stop)
                return result;
            if (char === "'")
                result += this.singleQuoted();
            else if (char === '"')
                result += this.doubleQuoted();
            else if (char === '$')
                result += this.variable();
            else if (char === '\\')
                result += this.text[this.at++] ?? '';
            else
                result += char;
        }
        if (stop !== undefined)
            throw new Unknown();
        return result;
    }
    singleQuoted() {
        const end = this.text.indexOf("'", this.at);
        if (end < 0)
            throw new Unknown();
        const quoted = this.text.slice(this.at, end).join('');
        this.at = end + 1;
        return quoted;
    }
    doubleQuoted() {
        let result = '';
        for (;;) {
            const char = this.text[this.at++];
            if (char === undefined)
                throw new Unknown();
            if (char === '"')
                return result;
            if (char === '$')
                result += this.variable();
            else if (char === '\\' && /["$\\]/.test(this.text[this.at] ?? ''))
                result += this.text[this.at++];
            else
                result += char;
        }
    }
    variable() {
        if (this.text[this.at] !== '{') {
            const name = this.name();
            return name === '' ? '$' : this.value(name);
        }
        this.at += 1;
        const name = this.name();
        const next = this.text[this.at++];
        if (name === '')
            throw new Unknown();
        if (next === '}')
            return this.value(name);
        const modifier = next === ':' ? this.text[this.at++] : undefined;
        // Prefixes, suffixes, replacements and `:?` are not in every version.
        if (modifier !== '-' && modifier !== '+')
            throw new Unknown();
        const word = this.until('}');
        const value = this.value(name);
        if (modifier === '-')
            return value === '' ? word : value;
        return value === '' ? '' : word;
    }
    name() {
        let name = '';
        if (/\p{N}/u.test(this.text[this.at] ?? ''))
            throw new Unknown();
        while (/[\p{L}\p{N}_]/u.test(this.text[this.at] ?? ''))
            name += this.text[this.at++];
        return name;
    }
    value(name) {
        const value = this.lookup(name);
        if (value === undefined)
            throw new Unknown();
        return value;
    }
}


/***/ }),

/***/ 3743:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4062);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3558);
/* harmony import */ var _request_command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(209);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2062);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8009);
/* harmony import */ var _door_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1961);







const host = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalHost */ .P)();
// What a command needs is loaded with it, so that each starts as fast as it can.
await (0,_door_js__WEBPACK_IMPORTED_MODULE_5__/* .enter */ .V)(host, async (signal, onTag) => {
    const commandLine = (0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommandLine */ .D)(process.argv.slice(2));
    const { command, json, help, version, given } = commandLine;
    if (help) {
        process.stdout.write((0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)());
        return;
    }
    if (version) {
        process.stdout.write(`multiarch-build ${_version_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSION */ .x}\n`);
        return;
    }
    if (command === 'doctor') {
        const { runDoctor } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(839), __nccwpck_require__.e(574), __nccwpck_require__.e(87), __nccwpck_require__.e(493)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3493));
        return runDoctor(commandLine);
    }
    if (command === 'inspect') {
        const { runInspect } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(169), __nccwpck_require__.e(574), __nccwpck_require__.e(129), __nccwpck_require__.e(749)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8749));
        await runInspect(commandLine, host, signal);
        return;
    }
    if (command !== 'build') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `${command} is not available in this version yet`, {
            cure: 'use build, inspect or doctor',
        });
    }
    const { runBuild } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(839), __nccwpck_require__.e(169), __nccwpck_require__.e(574), __nccwpck_require__.e(129), __nccwpck_require__.e(87), __nccwpck_require__.e(535)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3535));
    const report = await runBuild((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .completeInputs */ .h)(given), host, signal, onTag);
    if (json)
        process.stdout.write(`${JSON.stringify((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .metadata */ .y)(report), undefined, 2)}\n`);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ enter)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/diagnosis/system-error.js

const CAUSES = {
    ENOSPC: ['the disk is full', 'free space there, or set TMPDIR and podman’s storage to a larger disk'],
    EDQUOT: ['this user’s share of the disk is used up', 'free space, or ask for more'],
    EACCES: [
        'this user may not use a file or folder',
        'give the user access to it, or set TMPDIR and XDG_CACHE_HOME to other folders',
    ],
    ENOTDIR: [
        'a file is in the way of a folder',
        'remove the file, or set TMPDIR and XDG_CACHE_HOME to other folders',
    ],
    EROFS: ['a folder is read-only', 'set TMPDIR to a folder that can be written to'],
    EMFILE: ['this process may not open more files', 'raise the limit: ulimit -n 4096'],
};
/** The failure that an error of the operating system stands for; undefined when it is none of the machine's. */
function asHostError(error) {
    const { code } = (error ?? {});
    const known = typeof code === 'string' ? CAUSES[code] : undefined;
    return known && new errors/* HostError */.dh(`${known[0]}: ${(0,errors/* messageOf */.bD)(error)}`, { cure: known[1], cause: error });
}

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 1 modules
var platforms = __nccwpck_require__(7954);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __nccwpck_require__(3320);
;// CONCATENATED MODULE: ./build/src/entrypoints/door.js





/**
 * Runs a command with what all doors share: signals cancel it, a failure becomes one error with its cure, and the
 * exit code says how it ended.
 */
async function enter(host, command) {
    const cancelled = new AbortController();
    const cancel = () => {
        // A second signal means: now.
        if (cancelled.signal.aborted)
            process.exit(new errors/* Interrupted */.j$().exitCode);
        cancelled.abort();
    };
    // An error that nobody waits for: what is under way is stopped and cleaned up all the same.
    let stray;
    const stop = (error) => {
        stray ??= error;
        cancelled.abort();
    };
    const handlers = { SIGINT: cancel, SIGTERM: cancel, uncaughtException: stop };
    for (const [event, handler] of Object.entries(handlers))
        process.on(event, handler);
    const tagsSet = [];
    try {
        await command(cancelled.signal, (reference) => tagsSet.push(reference));
        if (stray !== undefined)
            throw stray;
    }
    catch (error) {
        const cause = stray ?? (cancelled.signal.aborted ? new errors/* Interrupted */.j$() : error);
        process.exitCode = await reportFailure(host, cause, tagsSet);
    }
    finally {
        for (const [event, handler] of Object.entries(handlers))
            process.off(event, handler);
    }
}
async function reportFailure(host, thrown, tagsSet) {
    const error = asHostError(thrown) ?? thrown;
    if (!(error instanceof errors/* Failure */.HR)) {
        host.error(`internal error, please report it: ${(0,errors/* messageOf */.bD)(error)}`);
        host.info(error instanceof Error ? (error.stack ?? '') : '');
        return 1;
    }
    const { message, cure, location } = error;
    host.error((0,errors/* describeFailure */.Ic)(error), location);
    const failed = error instanceof platforms/* PlatformsFailed */.Qy ? error : undefined;
    if (failed !== undefined && failed.tail.length > 0)
        host.info(`Last lines:\n${failed.tail.map(indented).join('\n')}`);
    const fates = (failed?.fates ?? []).map(({ platform, text }) => `${platform.text}: ${text}`);
    for (const fate of fates)
        host.info(fate);
    await host.summarize((0,summary/* failureSummary */.j)({
        title: error instanceof errors/* Interrupted */.j$ ? 'multiarch-build was cancelled' : 'multiarch-build failed',
        message,
        cure,
        place: location && place(location),
        tail: failed?.tail ?? [],
        fates,
        tagsSet,
    }));
    return error.exitCode;
}
function indented(line) {
    return `  ${line}`;
}
function place(location) {
    return `${(0,external_node_path_.relative)(process.cwd(), location.file)}:${location.line}`;
}


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   kk: () => (/* binding */ LintError),
/* harmony export */   mk: () => (/* binding */ VerificationError),
/* harmony export */   wt: () => (/* binding */ SmokeTestError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/**
 * An expected failure: its message says what happened and where, `cure` what to do. Anything thrown that
 * is no `Failure` is a defect of this product and is reported as one.
 */
class Failure extends Error {
    /** Exit code of the command line (docs/command-line.md). */
    exitCode = 1;
    cure;
    location;
    /** Parts of the message that are somebody else's words: of a program, of podman, of the user. */
    quotes;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.cure = details.cure;
        this.location = details.location;
        this.quotes = details.quotes ?? [];
    }
}
/** An input (or option) that can't be used. */
class InputError extends Failure {
    input;
    exitCode = 2;
    constructor(input, problem, details = {}) {
        super(`input ${input}: ${problem}`, details);
        this.input = input;
    }
}
/** The machine lacks something that the build needs. */
class HostError extends Failure {
    exitCode = 3;
}
/** One platform could not be built. */
class BuildError extends Failure {
}
/** The Dockerfile has findings, and `lint: error` wants none. */
class LintError extends Failure {
}
/** What was built is not what was asked for. */
class VerificationError extends Failure {
}
/** An image's program does not do what the smoke test wants. */
class SmokeTestError extends Failure {
}
/** A registry refused, or could not be reached. */
class RegistryError extends Failure {
}
/** The run was cancelled by a signal. */
class Interrupted extends Failure {
    exitCode = 130;
    constructor() {
        super('interrupted');
    }
}
/** The message of anything thrown, and below it what to do. */
function describeFailure(error) {
    const cure = error instanceof Failure ? error.cure : undefined;
    return cure === undefined ? messageOf(error) : `${messageOf(error)}\nWhat to do: ${cure}`;
}
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 2897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WY: () => (/* binding */ jsonWords),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   g0: () => (/* binding */ splitFlags)
/* harmony export */ });
/**
 * The flags of an instruction, and what follows them, as BuildKit's parser finds them
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/split_command.go).
 */
function splitFlags(text) {
    const flags = [];
    let rest = text.trim();
    for (;;) {
        const match = /^--((?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\"'])+)(?:\s+|$)/.exec(rest);
        if (match === null)
            return { flags, rest };
        const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(match[1]);
        flags.push({ name, value });
        rest = rest.slice(match[0].length);
    }
}
/** The words after the flags of COPY and ADD, in either form, as written. */
function words(rest) {
    return jsonWords(rest) ?? rest.split(/[\t\v\f\r ]+/).filter((word) => word !== '');
}
/** The words after an instruction's flags where they are a list in JSON; undefined where the builder takes them for a text. */
function jsonWords(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const list = JSON.parse(rest);
        return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ Masks),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* unused harmony export inertText */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/**
 * A line of somebody else's text without escape sequences and control characters, so that it can neither redraw a
 * terminal nor end a line where a log reader would start looking for commands.
 */
function plainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
/**
 * A text of several lines in which no line is a workflow command: the runner obeys `::name::` at the start of a line
 * and `##[name]` anywhere in it.
 */
function inertText(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => plainText(line)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '# #['))
        .join('\n');
}
const SHORTEST_LINE_OF_SECRET = 6;
/**
 * The texts to hide for a secret: itself, or each of its lines, since logs are masked line by line. Short lines of a
 * long secret, such as the braces of a JSON key, are no secret, and hiding them would garble everything else.
 */
function maskedTexts(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    if (lines.length === 1)
        return lines.filter((line) => line !== '');
    return lines.filter((line) => line.length >= SHORTEST_LINE_OF_SECRET);
}
/** The secrets of a run, and how they are kept out of what it shows. */
class Masks {
    #texts = [];
    /** @returns the texts to hide that are new, of which a secret of several lines has more than one */
    add(secret) {
        const added = maskedTexts(secret).filter((text) => !this.#texts.includes(text));
        // The longest first: one may be a part of another.
        this.#texts = [...this.#texts, ...added].sort((a, b) => b.length - a.length);
        return added;
    }
    hide(text) {
        return this.#texts.reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
    }
}


/***/ }),

/***/ 4062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ terminalHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(498);


/** A terminal, or any other CI: everything goes to standard error, which leaves standard output to `--json`. */
function terminalHost() {
    const masks = new _plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .Masks */ .O7();
    const write = (text) => {
        const plain = text.split(/\r\n|\n|\r/).map(_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh);
        process.stderr.write(`${masks.hide(plain.join('\n'))}\n`);
    };
    const said = (level) => (message, location) => write(`${level}: ${message}${location ? ` (${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(process.cwd(), location.file)}:${location.line})` : ''}`);
    return {
        kind: 'terminal',
        info: write,
        notice: said('note'),
        warning: said('warning'),
        error: said('error'),
        mask: (secret) => void masks.add(secret),
        hide: (text) => masks.hide(text),
        openLog: (title) => {
            write(title);
            return { line: write, close: () => undefined };
        },
        setOutput: () => undefined,
        saveState: () => undefined,
        summarize: async () => undefined,
    };
}


/***/ }),

/***/ 7959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ baseImageWithoutPlatform),
/* harmony export */   _: () => (/* binding */ basesOfPlatforms)
/* harmony export */ });
/* harmony import */ var _dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5264);
/* harmony import */ var _dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1119);
/* harmony import */ var _dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8229);



/** The base images of stages that are for the target's platform, for each of them. */
function basesOfPlatforms({ dockerfile, target, platforms, args, }) {
    return (0,_dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_0__/* .imageReferences */ .E)(dockerfile, target)
        .filter(({ by, platform }) => by === 'FROM' && (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .isTargetPlatform */ .pF)(platform))
        .flatMap(({ image: written, line }) => platforms.flatMap((platform) => {
        const image = (0,_dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .expandedName */ .b)(written, dockerfile, { args, platform });
        return image === undefined ? [] : [{ image, platform, line }];
    }));
}
/** Base images whose registry has none for a platform: podman fails there, or takes another platform's. */
function baseImageWithoutPlatform({ dockerfile, basesNotThere }) {
    const named = new Map(basesNotThere.map((base) => [`${base.line} ${base.image}`, base]));
    return [...named.values()].map(({ image, line }) => {
        const missing = basesNotThere.filter((base) => base.image === image && base.line === line);
        return {
            message: `the base image ${image} is not published for ${missing.map(({ platform }) => platform.text).join(', ')}`,
            cure: 'use an image, or a newer tag of it, that has every platform, or leave the platform out of platforms',
            location: { file: dockerfile.path, line, endLine: line },
        };
    });
}


/***/ }),

/***/ 6200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  Pg: () => (/* binding */ findings),
  ZZ: () => (/* binding */ pageOf)
});

// EXTERNAL MODULE: ./build/src/lint/base-image-without-platform.js
var base_image_without_platform = __nccwpck_require__(7959);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __nccwpck_require__(8229);
;// CONCATENATED MODULE: ./build/src/dockerfile/early-arguments.js

/**
 * Arguments that have another value in each build and are declared before a RUN that doesn't name them: it sees them all the same, so
 * nothing from there on can come from a cache (docs/traps.md, 25).
 * @param moving names of arguments that have another value in each build
 */
function earlyArguments(dockerfile, target, moving) {
    return (0,stages/* neededStages */.xB)(dockerfile, target).flatMap(({ instructions }) => instructions.flatMap((declaration, at) => declaration.keyword !== 'ARG'
        ? []
        : declaration.assignments.flatMap(({ name }) => {
            if (!moving.has(name))
                return [];
            const step = instructions.slice(at + 1).find(({ keyword }) => keyword === 'RUN');
            return step === undefined || step.text.includes(name) ? [] : [{ name, declaration, step }];
        })));
}

;// CONCATENATED MODULE: ./build/src/lint/edits.js
/** A Dockerfile's text with lines replaced; an edit with an empty text removes its lines. */
function applyEdits(text, edits) {
    const lines = text.split('\n');
    for (const { line, endLine, text: written } of [...edits].sort((a, b) => b.line - a.line)) {
        lines.splice(line - 1, endLine - line + 1, ...(written === '' ? [] : written.split('\n')));
    }
    return lines.join('\n');
}
/** Lines of a Dockerfile as written. */
function linesAt({ text }, { line, endLine }) {
    return text
        .split('\n')
        .slice(line - 1, endLine)
        .join('\n');
}
/** An instruction with something changed in its text, lines before it included where `before` gives some. */
function changed(facts, { line, endLine }, change, before = []) {
    const written = linesAt(facts, { line, endLine });
    const indent = /^[ \t]*/.exec(written)[0];
    return { line, endLine, text: [...before.map((each) => indent + each), change(written)].join('\n') };
}
/** The line of an instruction on which some text stands first; its first line where it is nowhere. */
function lineWith(facts, instruction, text) {
    const { line, endLine } = instruction;
    const at = linesAt(facts, { line, endLine })
        .split('\n')
        .findIndex((each) => each.includes(text));
    return line + Math.max(at, 0);
}
/**
 * A FROM that takes its image for the building machine.
 * @returns undefined where it can't be told how to write it
 */
function onBuildPlatform(facts, from) {
    if (from.line !== from.endLine)
        return undefined;
    const written = linesAt(facts, from);
    const flag = '--platform=$BUILDPLATFORM';
    const text = written.includes('--platform=')
        ? written.replace(/--platform=\S+/, () => flag)
        : written.replace(/^(\s*FROM)(\s+)/i, (_all, keyword, blank) => `${keyword} ${flag}${blank}`);
    return text === written ? undefined : { line: from.line, endLine: from.line, text };
}

;// CONCATENATED MODULE: ./build/src/lint/cache-busting-argument.js


/** Arguments with another value in each build, declared before steps that don't name them (docs/traps.md, 25). */
function cacheBustingArgument(facts) {
    return earlyArguments(facts.dockerfile, facts.target, facts.moving).map(({ name, declaration, step }) => {
        const replacement = moved(facts, declaration, name);
        return {
            message: `${name} has another value in every build and is declared before the RUN of line ${step.line}, which sees it: from there on every step runs every time`,
            cure: `move ARG ${name} down to where it is used`,
            location: { file: facts.dockerfile.path, line: declaration.line, endLine: declaration.endLine },
            ...(replacement && { replacement }),
        };
    });
}
/** The declaration before the first instruction that names the argument. */
function moved(facts, declaration, name) {
    const { line, endLine, assignments } = declaration;
    if (line !== endLine || assignments.length !== 1)
        return undefined;
    const stage = facts.dockerfile.stages.find(({ instructions }) => instructions.includes(declaration));
    const user = stage.instructions
        .slice(stage.instructions.indexOf(declaration) + 1)
        .find(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
    if (user === undefined)
        return undefined;
    return [
        { line, endLine, text: '' },
        changed(facts, user, (text) => text, [linesAt(facts, declaration).trim()]),
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/dockerfile/copies.js
var copies = __nccwpck_require__(7663);
// EXTERNAL MODULE: ./build/src/dockerfile/lines.js
var dockerfile_lines = __nccwpck_require__(1475);
// EXTERNAL MODULE: ./build/src/dockerfile/settings.js
var settings = __nccwpck_require__(1119);
// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var flags = __nccwpck_require__(2897);
;// CONCATENATED MODULE: ./build/src/lint/shell.js
const KEYWORDS = new Set([
    'if',
    'then',
    'else',
    'elif',
    'fi',
    'do',
    'done',
    'while',
    'until',
    '!',
    '{',
    '}',
    'time',
    'exec',
]);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
/** The commands of a script, in its order. Substitutions stay parts of words: what they run is not listed. */
function commandsOf(script) {
    return separated(script)
        .map(toCommand)
        .filter(({ assignments, words }) => assignments.length + words.length > 0);
}
function toCommand(all) {
    let at = 0;
    while (KEYWORDS.has(all[at] ?? ''))
        at += 1;
    const rest = all.slice(at);
    const program = rest.findIndex((word) => !ASSIGNMENT.test(word));
    const end = program < 0 ? rest.length : program;
    const words = rest.slice(end);
    // `env NAME=value program`
    if (words[0] === 'env' && words.length > 1) {
        const inner = toCommand(words.slice(1));
        return { assignments: [...rest.slice(0, end), ...inner.assignments], words: inner.words };
    }
    return { assignments: rest.slice(0, end), words };
}
/** The words of each command, split where a shell splits them. */
function separated(script) {
    const commands = [[]];
    let word;
    const endWord = () => {
        if (word !== undefined)
            commands.at(-1).push(word);
        word = undefined;
    };
    for (let at = 0; at < script.length; at += 1) {
        const char = script[at];
        if (char === '\\') {
            const next = script[++at];
            if (next !== '\n')
                word = (word ?? '') + (next ?? '');
        }
        else if (char === "'" || char === '"') {
            const end = endOfQuotes(script, at);
            word = (word ?? '') + script.slice(at + 1, end);
            at = end;
        }
        else if (char === '`' || (char === '$' && script[at + 1] === '(')) {
            const end = char === '`' ? indexOr(script.indexOf('`', at + 1), script) : endOfParentheses(script, at + 1);
            word = (word ?? '') + script.slice(at, end + 1);
            at = end;
        }
        else if (char === '#' && word === undefined) {
            at = indexOr(script.indexOf('\n', at), script) - 1;
        }
        else if (/[\n;&|()]/.test(char)) {
            endWord();
            if (commands.at(-1).length > 0)
                commands.push([]);
        }
        else if (/\s/.test(char)) {
            endWord();
        }
        else {
            word = (word ?? '') + char;
        }
    }
    endWord();
    return commands;
}
function endOfQuotes(script, start) {
    const quote = script[start];
    for (let at = start + 1; at < script.length; at += 1) {
        if (script[at] === '\\' && quote === '"')
            at += 1;
        else if (script[at] === quote)
            return at;
    }
    return script.length;
}
function endOfParentheses(script, start) {
    let open = 0;
    for (let at = start; at < script.length; at += 1) {
        if (script[at] === '(')
            open += 1;
        else if (script[at] === ')' && --open === 0)
            return at;
        else if (script[at] === "'" || script[at] === '"')
            at = endOfQuotes(script, at);
    }
    return script.length;
}
function indexOr(index, script) {
    return index < 0 ? script.length : index;
}

;// CONCATENATED MODULE: ./build/src/lint/stage-uses.js







/** The RUN instructions of a stage. */
function runsOf(facts, { instructions }) {
    const lines = (0,dockerfile_lines/* logicalLines */.Nj)(facts.text).lines;
    return instructions.filter(stages/* isRun */.yz).map((instruction) => {
        const line = lines.find((each) => each.line === instruction.line);
        const { rest } = (0,flags/* splitFlags */.g0)(line?.text ?? instruction.text);
        const bodies = (line?.heredocs ?? []).map(({ body }) => body);
        const words = (0,flags/* jsonWords */.WY)(rest)?.join(' ');
        const script = [words ?? rest, ...bodies].join('\n');
        const plain = bodies.length === 0 && words === undefined;
        return { instruction, script, commands: commandsOf(script), plain };
    });
}
/** Stages whose platform is the target's, of those that go into the image. */
function targetStages(facts) {
    return needed(facts).filter((stage) => isOnTarget(facts, stage));
}
/** Stages that go into the image, in the file's order. */
function needed({ dockerfile, target }) {
    return (0,stages/* neededStages */.xB)(dockerfile, target);
}
/** Whether a stage is for the target's platform. */
function isOnTarget({ dockerfile }, stage) {
    return (0,stages/* isTargetPlatform */.pF)((0,stages/* platformOf */.tj)(dockerfile, stage));
}
/** Whether a stage runs on the building machine. */
function isOnBuildMachine({ dockerfile }, stage) {
    return (0,stages/* isBuildPlatform */._G)((0,stages/* platformOf */.tj)(dockerfile, stage) ?? '');
}
/** Whether what a stage ends with is the image, or a part of what the image goes on from. */
function isShipped({ dockerfile, target }, stage) {
    return (0,stages/* stageChain */.ap)(dockerfile, target).includes(stage);
}
/** Whether any stage of the file goes on from a stage. */
function hasChildren({ dockerfile }, stage) {
    return dockerfile.stages.some((each) => each.index > stage.index && (0,stages/* findStage */.U9)(dockerfile.stages.slice(0, each.index), each.base) === stage);
}
/** Whether a stage goes on from another one, and not from an image. */
function goesOn({ dockerfile }, stage) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage).length > 1;
}
/** Paths that stages which go into the image take from a stage; undefined where one of them mounts it. */
function takenFrom(facts, stage) {
    const paths = [];
    for (const user of needed(facts)) {
        const earlier = facts.dockerfile.stages.slice(0, user.index);
        for (const instruction of user.instructions) {
            if (!(0,stages/* instructionReferences */.rr)(instruction).some((name) => (0,stages/* findStage */.U9)(earlier, name) === stage))
                continue;
            if (instruction.keyword !== 'COPY')
                return undefined;
            paths.push(...(0,copies/* operands */.b)(instruction.text)
                .slice(0, -1)
                .map((path) => external_node_path_.posix.join('/', path)));
        }
    }
    return paths;
}
/** The folder that a stage works in when an instruction begins; undefined where it is the base image's. */
function workingFolder({ dockerfile }, stage, before) {
    let folder;
    for (const each of (0,stages/* chainOf */.dR)(dockerfile, stage)
        .reverse()
        .flatMap(({ instructions }) => instructions)) {
        if (each === before)
            break;
        if (each.keyword === 'WORKDIR')
            folder = external_node_path_.posix.resolve(folder ?? '/', each.text.trim());
    }
    return folder;
}
/** Whether a stage has an ARG of a name before an instruction of it. */
function isDeclared({ instructions }, before, name) {
    return instructions
        .slice(0, instructions.indexOf(before))
        .some(({ keyword, assignments }) => keyword === 'ARG' && assignments.some((each) => each.name === name));
}
/** The text of a stage and of those that it goes on from. */
function textOf({ dockerfile }, stage) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage)
        .flatMap(({ instructions }) => instructions)
        .map(({ text }) => text)
        .join('\n');
}
/** The image that a stage starts from, with the values of its variables where these are known. */
function imageOf(facts, stage) {
    const root = (0,stages/* chainOf */.dR)(facts.dockerfile, stage).at(-1);
    const variables = { args: facts.args, platform: facts.buildPlatform };
    return (0,settings/* expandedName */.b)(root.base, facts.dockerfile, variables) ?? root.base;
}
/** A stage in a sentence. */
function stageName({ name }) {
    return name === undefined ? 'this stage' : `the stage ${name}`;
}

;// CONCATENATED MODULE: ./build/src/lint/context-rules.js


/** A context that takes longer to copy than most builds of it: rarely meant. */
const LARGE = 500e6;
/** Programs that may ask Git for a version, directly or through a build file. */
const MAY_ASK_GIT = /\bgit\b|\b(?:make|goreleaser|mage|task|just|bazel|setuptools.?scm|hatch-vcs|gitversion|nbgv)\b/i;
const INSTALLS_PACKAGES = /\b(?:npm (?:ci|install|i)\b|pnpm (?:i|install)\b|yarn\b|bun (?:i|install)\b)/;
/** A `.git` folder that is copied into a stage where nothing asks Git. */
function gitFolderInContext(facts) {
    const copy = facts.copies.find(({ gitFolder, instruction }) => gitFolder !== undefined &&
        !stagesWith(facts, instruction).some((stage) => runs(facts, stage, MAY_ASK_GIT)));
    if (copy === undefined)
        return [];
    return [
        {
            message: `this copies ${copy.gitFolder}: every commit changes it, so that the steps from here on always run again, and the whole history is in the layer`,
            cure: `add a line ${copy.gitFolder} to ${facts.ignoreFile}`,
            location: locationOf(facts, copy),
        },
    ];
}
/** Node packages of the building machine that take the place of those that were installed for the platform. */
function nodeModulesInContext(facts) {
    const copy = facts.copies.find(({ nodeModules, instruction }) => nodeModules.length > 0 &&
        stagesWith(facts, instruction).some((stage) => runs(facts, stage, INSTALLS_PACKAGES)));
    if (copy === undefined)
        return [];
    return [
        {
            message: `this copies ${copy.nodeModules[0]} of the building machine over what is installed for the platform: its native add-ons are for the wrong one`,
            cure: `add a line **/node_modules to ${facts.ignoreFile}`,
            location: locationOf(facts, copy),
        },
    ];
}
/** Gigabytes that are copied. */
function largeContext(facts) {
    const copy = facts.copies.find(({ bytes }) => bytes > LARGE);
    if (copy?.largest === undefined)
        return [];
    const { largest, bytes } = copy;
    return [
        {
            message: `this copies ${megabytes(bytes)} of the build context, once for each platform; ${megabytes(largest.bytes)} of it are in ${largest.path}`,
            cure: `add what the image doesn’t need to ${facts.ignoreFile}, or copy only what it needs`,
            location: locationOf(facts, copy),
        },
    ];
}
/** The stages that hold an instruction, their own steps and those that they go on from. */
function stagesWith(facts, instruction) {
    return needed(facts).filter((stage) => (0,stages/* chainOf */.dR)(facts.dockerfile, stage).some(({ instructions }) => instructions.includes(instruction)));
}
function runs(facts, stage, pattern) {
    return (0,stages/* chainOf */.dR)(facts.dockerfile, stage).some((each) => runsOf(facts, each).some(({ script }) => pattern.test(script)));
}
function locationOf({ dockerfile }, { instruction }) {
    return { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine };
}
function megabytes(bytes) {
    return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

;// CONCATENATED MODULE: ./build/src/lint/development-stage-last.js
const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/;
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/;
/** A stage for work that is published because it is the last one (docs/traps.md, 24). */
function developmentStageLast({ dockerfile, target }) {
    if (target !== undefined)
        return [];
    const published = dockerfile.stages.at(-1);
    const meant = dockerfile.stages
        .slice(0, -1)
        .findLast(({ name }) => name !== undefined && FOR_USE.test(name));
    if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name))
        return [];
    const { line, endLine } = published.instructions[0];
    return [
        {
            message: `no target is given, so the stage ${published.name} is published, being the last; ${meant.name} is likely to be meant`,
            cure: `set target: ${meant.name}, or target: ${published.name} if that is meant`,
            location: { file: dockerfile.path, line, endLine },
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/lint/cross-go.js




/** Where `go build` is the command: at its beginning, or after variables that are set for it alone. */
const GO_BUILD = /(^|[\s;&|({])go(?=[ \t]+build\b)/g;
/** Whether a command builds a Go program. */
function isGoBuild({ words: [program, verb] }) {
    return program === 'go' && verb === 'build';
}
/** Whether no C compiler has a part in any of a stage's Go programs, by its own word. */
function isWithoutC(facts, stage) {
    const always = (0,stages/* chainOf */.dR)(facts.dockerfile, stage)
        .flatMap(({ instructions }) => instructions)
        .some(({ keyword, assignments }) => keyword === 'ENV' && assignments.some(({ name, value }) => name === 'CGO_ENABLED' && value === '0'));
    const builds = runsOf(facts, stage).flatMap(({ commands }) => commands.filter(isGoBuild));
    return always || builds.every(({ assignments }) => assignments.includes('CGO_ENABLED=0'));
}
/** Files and folders that a stage's `go build` commands write by `-o`, as far as these are known. */
function goOutputs(facts, stage) {
    return runsOf(facts, stage).flatMap(({ instruction, commands }) => {
        const folder = workingFolder(facts, stage, instruction);
        return commands.filter(isGoBuild).flatMap(({ words }) => {
            const at = words.findIndex((word) => word === '-o' || word.startsWith('-o='));
            const output = at < 0 ? undefined : words[at].startsWith('-o=') ? words[at].slice(3) : words[at + 1];
            if (output === undefined || output.includes('$'))
                return [];
            return folder === undefined && !output.startsWith('/') ? [] : [external_node_path_.posix.resolve(folder ?? '/', output)];
        });
    });
}
/**
 * The changes by which all `go build` commands of a stage build for the target's platform.
 * @returns undefined where they can't be told
 */
function forTarget(facts, stage) {
    // Which processor of a family is meant is told by other variables.
    if (facts.platforms.some(({ variant }) => variant !== undefined))
        return undefined;
    const runs = runsOf(facts, stage).filter(({ commands }) => commands.some(isGoBuild));
    const declared = new Set();
    const edits = [];
    for (const run of runs) {
        const edit = ofRun(facts, stage, run, declared);
        if (edit === undefined)
            return undefined;
        edits.push(...edit);
    }
    return edits;
}
function ofRun(facts, stage, run, declared) {
    const { instruction, commands } = run;
    const builds = commands.filter(isGoBuild);
    const settled = ['GOOS', 'GOARCH'].map((name) => isSettled(facts, stage, run, name));
    if (settled.includes(undefined) || !run.plain)
        return undefined;
    const names = ['OS', 'ARCH'].filter((_name, at) => settled[at] === false);
    if (names.length === 0)
        return [];
    const written = linesAt(facts, instruction);
    if ([...written.matchAll(GO_BUILD)].length !== builds.length || /^\s*#/m.test(written))
        return undefined;
    const missing = names
        .map((name) => `TARGET${name}`)
        .filter((name) => !declared.has(name) && !isDeclared(stage, instruction, name));
    for (const name of missing)
        declared.add(name);
    const variables = names.map((name) => `GO${name}=$TARGET${name} `).join('');
    return [
        changed(facts, instruction, (text) => text.replace(GO_BUILD, (_all, before) => `${before}${variables}go`), missing.map((name) => `ARG ${name}`)),
    ];
}
/** Whether a variable is set already, rightly; undefined where it is set in some way that is not understood. */
function isSettled(facts, stage, { instruction, commands }, name) {
    const isRight = (value) => /\$\{?TARGET(?:OS|ARCH)\b/.test(value) || (name === 'GOOS' && value === 'linux');
    const builds = commands.filter(isGoBuild);
    const inline = builds.map(({ assignments }) => assignments.find((each) => each.startsWith(`${name}=`)));
    if (inline.every((each) => each !== undefined && isRight(each.slice(name.length + 1))))
        return true;
    const environment = stage.instructions
        .slice(0, stage.instructions.indexOf(instruction))
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(({ assignments }) => assignments)
        .filter((each) => each.name === name);
    if (environment.length > 0)
        return environment.every(({ value = '' }) => isRight(value)) || undefined;
    return linesAt(facts, instruction).includes(name) ? undefined : false;
}

;// CONCATENATED MODULE: ./build/src/lint/toolchains.js
const BUILD_SCRIPT = /^(?:\w+[:_-])*(?:build|bundle|compile|generate|export)(?:[:_-][\w:-]+)?$/;
const BUNDLERS = new Set([
    'vite',
    'next',
    'nuxt',
    'ng',
    'webpack',
    'rollup',
    'astro',
    'parcel',
    'gatsby',
    'react-scripts',
]);
/** Toolchains that can work for another platform. */
const TOOLCHAINS = [
    {
        name: 'Go',
        compiles: ({ words: [program, verb] }) => program === 'go' && verb === 'build',
        bound: /CGO_ENABLED[= ]"?1|CGO_C?FLAGS|-race\b|-buildmode=(?:plugin|c-)|\b(?:gcc|g\+\+|clang|musl-dev|build-base|build-essential|libc6?-dev|gcc-c\+\+)\b|\bxx-/,
    },
    {
        name: 'Rust',
        compiles: ({ words: [program, ...rest] }) => program === 'cargo' && cargoVerb(rest) === 'build',
        bound: /\bxx-|--target\b|CARGO_BUILD_TARGET|zigbuild/,
    },
    {
        name: 'Java',
        compiles: ({ words: [program = '', ...rest] }) => /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?)$/.test(program) &&
            rest.some((word) => /^:?(?:[\w-]+:)*(?:package|install|verify|build|assemble|bootJar|shadowJar|jar|war|installDist)$/.test(word)),
        bound: /\bjlink\b|jpackage|native-image|-Pnative|nativeCompile|graalvm/i,
        portable: /\.[jw]ar$|\/target(?:\/|$)|\/build\/(?:libs|install|distributions)(?:\/|$)|\/(?:dependencies|spring-boot-loader|snapshot-dependencies|application)\/?$/,
    },
    {
        name: 'Node',
        compiles: ({ words }) => bundles(words),
        bound: /node-gyp|\bpkg\b.*-t|electron|--compile\b/,
        portable: /\/(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$|\/(?:dist|build|out|public|www|html|static|_site|site|browser)(?:\/[^/]*)*$/,
    },
    {
        name: '.NET',
        compiles: ({ words: [program, verb] }) => program === 'dotnet' && verb === 'publish',
        bound: /PublishAot|(?:--arch|-a)[ =]|(?:--runtime|-r)[ =]|--self-contained|TARGETARCH|RuntimeIdentifier/,
    },
];
function cargoVerb(words) {
    return words.find((word) => !word.startsWith('+') && !word.startsWith('-'));
}
function bundles([program = '', ...rest]) {
    const verbs = rest.filter((word) => !word.startsWith('-'));
    if (/^(?:npm|pnpm|yarn|bun)$/.test(program))
        return verbs.some((verb, at) => BUILD_SCRIPT.test(verb) && (program !== 'npm' || verbs[at - 1] === 'run'));
    if (program === 'npx')
        return BUNDLERS.has(verbs[0] ?? '') && verbs[1] === 'build';
    return BUNDLERS.has(program.replace(/^.*\/\.bin\//, '')) && verbs[0] === 'build';
}
/** Programs that leave nothing behind that depends on the machine, where what they write is not taken. */
const NEUTRAL = new Set('apk apt-get apt dnf microdnf yum tdnf mkdir chmod chown cp mv rm echo printf ls cat touch set test [ true : cd adduser addgroup useradd groupadd update-ca-certificates corepack export sha256sum'.split(' '));
const ALSO = {
    Go: ({ words: [program, ...rest] }) => program === 'go' && (/^(?:mod|version|env|vet|work)$/.test(rest[0] ?? '') || rest[0] === 'build'),
    Rust: () => false,
    Java: ({ words: [program = ''] }) => /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?|java)$/.test(program),
    Node: ({ words: [program = ''] }) => /^(?:npm|pnpm|yarn|bun|npx)$/.test(program) || BUNDLERS.has(program),
    '.NET': ({ words: [program] }) => program === 'dotnet',
};
/** Whether nothing that a command does hangs on the machine that it runs on, but for what the toolchain is told. */
function isNeutral(command, toolchain) {
    const [program] = command.words;
    if (program === undefined)
        return command.assignments.every((each) => !each.includes('$('));
    return NEUTRAL.has(program) || (toolchain !== undefined && ALSO[toolchain](command));
}

;// CONCATENATED MODULE: ./build/src/lint/emulated-compile.js




/** Files that packages and sources bring, the same for every machine. */
const DATA = /^\/(?:etc|usr\/share)\//;
/** Compilers and bundlers that run on the target's platform, under emulation, and needn't. */
function emulatedCompile(facts) {
    if (facts.emulated.length === 0)
        return [];
    return targetStages(facts).flatMap((stage) => {
        const runs = runsOf(facts, stage);
        for (const toolchain of TOOLCHAINS) {
            const run = runs.find(({ commands }) => commands.some(toolchain.compiles));
            if (run === undefined || toolchain.bound?.test(textOf(facts, stage)))
                continue;
            const shipped = isShipped(facts, stage);
            if (shipped ? !isSplittable(toolchain) : !isPortable(facts, stage, toolchain))
                continue;
            return [found(facts, stage, run, toolchain, shipped)];
        }
        return [];
    });
}
/** Whether a compiler in the shipped stage itself has a better place for certain: what it makes is one program. */
function isSplittable({ name }) {
    return name === 'Go' || name === 'Rust';
}
function isPortable(facts, stage, { portable }) {
    const taken = takenFrom(facts, stage);
    if (taken === undefined || taken.length === 0)
        return false;
    return portable === undefined || taken.every((path) => portable.test(path) || DATA.test(path));
}
function found(facts, stage, run, toolchain, shipped) {
    const { line, endLine } = run.instruction;
    const platforms = facts.emulated.map(({ text }) => text).join(', ');
    const replacement = shipped ? undefined : replacementFor(facts, stage, toolchain);
    return {
        message: `this RUN compiles ${toolchain.name} in ${stageName(stage)}, which is emulated for ${platforms}: many times slower than on the building machine`,
        cure: replacement !== undefined
            ? 'let the stage run on the building machine, which gives the same files'
            : cureFor(facts, stage, toolchain, shipped),
        location: { file: facts.dockerfile.path, line, endLine },
        ...(replacement && { replacement }),
    };
}
function cureFor(facts, stage, { name }, shipped) {
    const from = `FROM --platform=$BUILDPLATFORM ${imageOf(facts, stage)}`;
    const start = shipped
        ? `compile in a stage of its own, “${from} AS build”, and take the program from there with COPY --from=build`
        : goesOn(facts, stage)
            ? `give the stage a base of its own, “${from}”`
            : `write “${from}”`;
    switch (name) {
        case 'Go':
            return `${start}; then “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH before go build, unless the program has C in it`;
        case 'Rust':
            return `${start}; then “ARG TARGETARCH”, rustup target add and a linker for the target, and cargo build --target`;
        case '.NET':
            return `${start}; then “ARG TARGETARCH”, and -a $TARGETARCH for dotnet restore and dotnet publish`;
        default:
            return start;
    }
}
/** The lines to write, where they are sure to give what was there before. */
function replacementFor(facts, stage, toolchain) {
    if (goesOn(facts, stage) || hasChildren(facts, stage))
        return undefined;
    const commands = runsOf(facts, stage).flatMap((run) => run.commands);
    if (!commands.every((command) => isNeutral(command, toolchain.name)))
        return undefined;
    const from = onBuildPlatform(facts, stage.instructions[0]);
    if (from === undefined)
        return undefined;
    switch (toolchain.name) {
        case 'Go': {
            if (!isWithoutC(facts, stage) || !isOfGo(facts, stage))
                return undefined;
            const edits = forTarget(facts, stage);
            return edits && [from, ...edits];
        }
        case 'Java':
        case 'Node':
            return [from];
        case '.NET':
            return /UseAppHost=false/.test(textOf(facts, stage)) ? [from] : undefined;
        case 'Rust':
            return undefined;
    }
}
/** Whether all that is taken from a stage is Go's, or data. */
function isOfGo(facts, stage) {
    const last = runsOf(facts, stage).at(-1);
    const folder = workingFolder(facts, stage, last.instruction);
    const places = [...goOutputs(facts, stage), ...(folder === undefined || folder === '/' ? [] : [folder])];
    return takenFrom(facts, stage).every((path) => DATA.test(path) || places.some((place) => path === place || path.startsWith(`${place}/`)));
}

;// CONCATENATED MODULE: ./build/src/lint/architectures.js
/** How architectures are written, by their name in Go. Each expression holds between delimiters. */
const SPELLINGS = {
    amd64: 'amd64|x86_64|x86-64|x64|linux64',
    arm64: 'arm64v8|arm64|aarch64',
    arm: 'arm32v[67]|armv[67][a-z]*|armhf|armel',
    386: 'i386|i686',
    ppc64le: 'ppc64le|ppc64el',
    s390x: 's390x',
    riscv64: 'riscv64',
};
const NAMES = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(SPELLINGS).join('|')})(?![A-Za-z0-9])`, 'gi');
/** Ways in which a script asks for the machine that it runs on. */
const ASKS_RUNNING = /\buname\b|dpkg(?:-architecture| +--print-architecture)|apk +--print-arch|\$\(arch\)|`arch`|\brpm +(?:-E|--eval)|getconf LONG_BIT|dpkgArch/;
/** Ways in which it is told the machine that it is for. */
const IS_TOLD = /\bTARGET(?:ARCH|PLATFORM|VARIANT)\b|\bBUILD(?:ARCH|PLATFORM)\b|\bxx-/;
/** Whether what a script does depends on the machine that it runs on. */
function asksRunningMachine(text) {
    return ASKS_RUNNING.test(text);
}
/** The names of architectures in a text. */
function architecturesIn(text) {
    return [...text.matchAll(NAMES)].map(([written]) => ({ written, architecture: architectureOf(written) }));
}
/** The one architecture that a text names; undefined where it names none, or several, or tells machines apart. */
function soleArchitecture(text) {
    if (ASKS_RUNNING.test(text) || IS_TOLD.test(text))
        return undefined;
    const names = architecturesIn(text);
    return new Set(names.map(({ architecture }) => architecture)).size === 1 ? names[0] : undefined;
}
/** Platforms of a build that an architecture is wrong for. */
function othersThan(architecture, platforms) {
    // An amd64 machine runs what is for 386, and that is how its libraries get there.
    const right = architecture === '386' ? ['386', 'amd64'] : [architecture];
    return platforms.filter((platform) => !right.includes(platform.architecture));
}
function architectureOf(written) {
    return Object.keys(SPELLINGS).find((name) => new RegExp(`^(?:${SPELLINGS[name]})$`, 'i').test(written));
}

;// CONCATENATED MODULE: ./build/src/lint/emulated-download.js





const PACKERS = new Set(['tar', 'unzip', 'gunzip', 'gzip', 'bunzip2', 'xz', 'bsdtar', 'case', 'esac', 'grep']);
/** Stages that do nothing but fetch and unpack files, under emulation, and needn't. */
function emulatedDownload(facts) {
    if (facts.emulated.length === 0)
        return [];
    return targetStages(facts).flatMap((stage) => {
        if (isShipped(facts, stage) || goesOn(facts, stage) || hasChildren(facts, stage))
            return [];
        const download = downloadOf(facts, stage);
        const from = onBuildPlatform(facts, stage.instructions[0]);
        if (download === undefined || from === undefined)
            return [];
        const platforms = facts.emulated.map(({ text }) => text).join(', ');
        return [
            {
                message: `${stageName(stage)} does nothing but download files, and is emulated for ${platforms}`,
                cure: 'let the stage run on the building machine, which fetches the same files',
                location: { file: facts.dockerfile.path, line: download.line, endLine: download.endLine },
                replacement: [from],
            },
        ];
    });
}
/** The RUN that downloads, where nothing in the stage hangs on the machine that it runs on. */
function downloadOf(facts, stage) {
    const runs = runsOf(facts, stage);
    const commands = runs.flatMap((run) => run.commands);
    if (!commands.every((command) => isDownload(command) || isUnpacking(command)))
        return undefined;
    if (runs.some(({ script }) => asksRunningMachine(script) || /\b(?:pip|npm|gem)\b/.test(script)))
        return undefined;
    const taken = takenFrom(facts, stage) ?? [];
    const scripts = runs.map(({ script }) => script).join('\n');
    // A file that no command names may come from a package, which is for the machine that it was installed on.
    if (taken.length === 0 || !taken.every((path) => isNamed(path, scripts)))
        return undefined;
    return runs.find((run) => run.commands.some(isDownload))?.instruction;
}
function isNamed(path, scripts) {
    const parts = path.split('/').filter((part) => part !== '');
    if (/^(?:usr|lib|lib64|bin|sbin)$/.test(parts[0] ?? '') && parts[1] !== 'local')
        return false;
    return scripts.includes(external_node_path_.posix.basename(path)) || scripts.includes(external_node_path_.posix.dirname(path));
}
function isDownload({ words }) {
    return /^(?:curl|wget)$/.test(words[0] ?? '');
}
function isUnpacking(command) {
    const [program = ''] = command.words;
    return PACKERS.has(program) || isNeutral(command, undefined) || isCasePattern(command);
}
// `amd64) name=x86_64 ;;` reads as a command that is one word.
function isCasePattern({ words, assignments }) {
    return (assignments.length === 0 &&
        words.length === 1 &&
        /^[\w*./-]+$/.test(words[0]) &&
        !words[0].includes('/'));
}

// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __nccwpck_require__(3856);
;// CONCATENATED MODULE: ./build/src/lint/fixed-platform.js






/** Stages for one platform: that of the image itself, and those that compile on a machine which isn't there. */
function fixedPlatform(facts) {
    const shipped = (0,stages/* stageChain */.ap)(facts.dockerfile, facts.target);
    return needed(facts).flatMap((stage) => {
        const platform = platformOf(facts, stage);
        if (platform === undefined)
            return [];
        return shipped.includes(stage)
            ? shippedStage(facts, stage, platform)
            : compilingStage(facts, stage, platform);
    });
}
/** What `--platform` of a stage's FROM says, where that is one platform for all builds. */
function platformOf(facts, { platform }) {
    if (platform === undefined || /\$\{?(?:TARGET|BUILD)/.test(platform))
        return undefined;
    const variables = { args: facts.args, platform: facts.buildPlatform };
    try {
        return (0,oci_platform/* parsePlatform */.Y8)((0,settings/* expandedName */.b)(platform, facts.dockerfile, variables) ?? '');
    }
    catch {
        return undefined;
    }
}
function shippedStage(facts, stage, platform) {
    const others = facts.platforms.filter(({ os, architecture }) => os !== platform.os || architecture !== platform.architecture);
    if (others.length === 0)
        return [];
    const replacement = withoutFlag(facts, stage);
    return [
        {
            message: `${stageName(stage)} is for ${platform.text} alone, and what is shipped goes on from it: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${platform.text}`,
            cure: 'remove --platform: without it a stage is for the platform that is built',
            location: fixed_platform_locationOf(facts, stage),
            ...(replacement && { replacement }),
        },
    ];
}
function compilingStage(facts, stage, platform) {
    const compiles = TOOLCHAINS.some((toolchain) => runsOf(facts, stage).some(({ commands }) => commands.some(toolchain.compiles)));
    if (!compiles || platform.architecture === facts.buildPlatform.architecture)
        return [];
    return [
        {
            message: `${stageName(stage)} compiles on ${platform.text}, which is emulated on this ${facts.buildPlatform.text} machine`,
            cure: 'write --platform=$BUILDPLATFORM, and let what it compiles depend on TARGETARCH',
            location: fixed_platform_locationOf(facts, stage),
        },
    ];
}
function withoutFlag(facts, { instructions }) {
    const from = instructions[0];
    if (from.line !== from.endLine)
        return undefined;
    return [
        { line: from.line, endLine: from.line, text: linesAt(facts, from).replace(/--platform=\S+[ \t]+/, '') },
    ];
}
function fixed_platform_locationOf({ dockerfile }, { instructions }) {
    const { line, endLine } = instructions[0];
    return { file: dockerfile.path, line, endLine };
}

;// CONCATENATED MODULE: ./build/src/lint/hard-coded-architecture.js





/** Variables by which compilers and scripts choose the machine that they make something for. */
const CHOOSES = /^(?:GOARCH|CARGO_BUILD_TARGET|(?:TARGET_?|CPU_|SYSTEM_|[A-Z]+_)?ARCH(?:ITECTURE)?)$/;
/** Automatic ones, which have a rule of their own, and those of the building machine. */
const NOT_CHOOSING = /^(?:TARGETARCH|BUILD_?ARCH|HOST_?ARCH)$/;
const TRIPLE = /(?:^|[=-])(?:x86_64|aarch64|i686|armv7|arm|powerpc64le|s390x|riscv64gc)-[a-z]+-linux-/;
/** Architectures that are written down where every platform has its own. */
function hardCodedArchitecture(facts) {
    return needed(facts).flatMap((stage) => fixedIn(facts, stage).flatMap(({ instruction, name, what, cure, replacement }) => {
        const others = othersThan(name.architecture, facts.platforms);
        if (others.length === 0 || isChosenByName(facts, stage, name))
            return [];
        const line = lineWith(facts, instruction, name.written);
        return [
            {
                message: `${what} is for ${name.architecture}, and ${others.map(({ text }) => text).join(', ')} ${others.length === 1 ? 'gets' : 'get'} the same`,
                cure,
                location: { file: facts.dockerfile.path, line, endLine: line },
                ...(replacement && { replacement }),
            },
        ];
    }));
}
/** Stages such as build-amd64 are there once for each architecture. */
function isChosenByName({ dockerfile }, stage, { architecture }) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage).some(({ name }) => architecturesIn(name ?? '').some((each) => each.architecture === architecture));
}
function fixedIn(facts, stage) {
    const onTarget = isOnTarget(facts, stage);
    const runs = new Map(runsOf(facts, stage).map((run) => [run.instruction, run]));
    return stage.instructions.flatMap((instruction) => {
        const fixed = (() => {
            switch (instruction.keyword) {
                case 'FROM':
                    return onTarget ? fixedImage(instruction, stage) : undefined;
                case 'ARG':
                case 'ENV':
                    return fixedVariable(facts, stage, instruction, onTarget);
                case 'RUN':
                    return fixedRun(facts, stage, runs.get(instruction), onTarget);
                case 'COPY':
                case 'ADD':
                    return onTarget ? fixedSource(instruction) : undefined;
                default:
                    return undefined;
            }
        })();
        return fixed === undefined ? [] : [fixed];
    });
}
// `amd64/alpine` of Docker Hub, and tags that end in an architecture: each is one platform's.
function fixedImage(instruction, { base }) {
    const image = base.replace(/^docker\.io\//, '');
    const name = soleArchitecture(/^(?:amd64|arm64v8|arm32v[67]|i386|ppc64le|s390x|riscv64)\/[^/]+$/.test(image)
        ? image.split('/')[0]
        : (/:[^:/@]*-(\w+)$/.exec(image)?.[1] ?? ''));
    if (name === undefined || image.includes('$'))
        return undefined;
    return {
        instruction,
        name,
        what: `the base image ${base}`,
        cure: 'name the image that is published for all platforms, without the architecture',
    };
}
function fixedVariable(facts, stage, instruction, onTarget) {
    for (const assignment of instruction.assignments) {
        const { name: variable, value = '', form } = assignment;
        const name = form === 'unclear' ? undefined : soleArchitecture(value);
        if (name === undefined || NOT_CHOOSING.test(variable))
            continue;
        const whole = name.written === value || TRIPLE.test(value);
        const chooses = CHOOSES.test(variable) && whole && isUsed(stage, instruction, variable);
        // In the environment of an image such a path leads nowhere on other platforms.
        if (!chooses && !(onTarget && instruction.keyword === 'ENV' && value.includes('/')))
            continue;
        const replacement = chooses ? variableEdit(facts, stage, instruction, assignment) : undefined;
        return {
            instruction,
            name,
            what: `${instruction.keyword} ${variable}=${value}`,
            cure: chooses
                ? `let it be the target’s: “ARG TARGETARCH” and ${instruction.keyword} ${variable}=$TARGETARCH`
                : 'use a path without the architecture, or a link to it that a RUN makes',
            ...(replacement && { replacement }),
        };
    }
    return undefined;
}
// What compilers read from the environment needn't be named.
function isUsed({ instructions }, declaration, variable) {
    if (/^(?:GOARCH|CARGO_BUILD_TARGET)$/.test(variable))
        return true;
    const later = instructions.slice(instructions.indexOf(declaration) + 1);
    return later.some(({ text }) => new RegExp(`\\b${variable}\\b`).test(text));
}
function variableEdit(facts, stage, instruction, { name, value }) {
    // Other spellings than Go's have no variable of their own.
    const written = linesAt(facts, instruction);
    if (!/^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value) || instruction.assignments.length > 1)
        return undefined;
    const pattern = new RegExp(`\\b${name}([= ])(["']?)${value}\\2(?=\\s*$)`);
    if (!pattern.test(written))
        return undefined;
    const text = (line) => line.replace(pattern, (_all, between) => `${name}${between}$TARGETARCH`);
    return [changed(facts, instruction, text, declaration(stage, instruction))];
}
function declaration(stage, before) {
    return isDeclared(stage, before, 'TARGETARCH') ? [] : ['ARG TARGETARCH'];
}
function fixedRun(facts, stage, run, onTarget) {
    const { instruction, script, commands } = run;
    const sole = soleArchitecture(script);
    // Whoever names several builds for each of them.
    if (sole === undefined)
        return undefined;
    for (const command of commands) {
        const assignment = command.assignments
            .concat(command.words[0] === 'export' ? command.words.slice(1) : [])
            .find((each) => isChoosing(each));
        if (assignment !== undefined) {
            const replacement = inlineEdit(facts, stage, run, assignment);
            return {
                instruction,
                name: sole,
                what: assignment,
                cure: `write “ARG TARGETARCH” before it, and ${assignment.split('=')[0]}=$TARGETARCH`,
                ...(replacement && { replacement }),
            };
        }
        const target = rustTarget(command);
        if (target !== undefined) {
            return {
                instruction,
                name: sole,
                what: target,
                cure: 'choose the target by TARGETARCH, after “ARG TARGETARCH”',
            };
        }
        const file = onTarget ? fetchedFile(command) : undefined;
        if (file !== undefined) {
            return {
                instruction,
                name: sole,
                what: file,
                cure: 'choose the file by TARGETARCH, after “ARG TARGETARCH”; where it is spelled in another way, with a case of the shell',
            };
        }
    }
    return undefined;
}
function isChoosing(assignment) {
    const [name = '', value = ''] = assignment.split('=');
    return (CHOOSES.test(name) &&
        !NOT_CHOOSING.test(name) &&
        (soleArchitecture(value)?.written === value || TRIPLE.test(value)));
}
function inlineEdit(facts, stage, { instruction, plain }, assignment) {
    const written = linesAt(facts, instruction);
    const [name, value] = assignment.split('=');
    const at = new RegExp(`(^|[\\s;&|({])${name}=${value}(?=[\\s;&|)])`, 'g');
    const isGo = /^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value);
    // Within quotes it may be text.
    if (!isGo || !plain || /^\s*#/m.test(written) || [...written.matchAll(at)].length === 0)
        return undefined;
    if (architecturesIn(written).length !== [...written.matchAll(at)].length ||
        /["'][^"']*\bGOARCH=/.test(written))
        return undefined;
    return [
        changed(facts, instruction, (text) => text.replace(at, (_all, before) => `${before}${name}=$TARGETARCH`), declaration(stage, instruction)),
    ];
}
function rustTarget({ words: [program = '', ...rest] }) {
    if (!/^(?:cargo|rustup|rustc)$/.test(program))
        return undefined;
    return rest.find((word) => TRIPLE.test(word))?.replace(/^--target=/, '');
}
/** The file for one architecture that a command downloads or installs. */
function fetchedFile({ words: [program = '', ...rest] }) {
    if (!/^(?:curl|wget|dpkg|apt-get|apt|dnf|microdnf|yum|rpm|tar|unzip)$/.test(program))
        return undefined;
    const file = rest.find((word) => /[/.]/.test(word) && architecturesIn(word).length > 0);
    return file && inShort(file);
}
// A URL from the part on that names the architecture.
function inShort(path) {
    const parts = path.split('/');
    return parts.slice(parts.findIndex((part) => architecturesIn(part).length > 0)).join('/');
}
function fixedSource(instruction) {
    const sources = (0,copies/* operands */.b)(instruction.text).slice(0, -1);
    const name = soleArchitecture(sources.join('\n'));
    const source = name && sources.find((each) => each.includes(name.written));
    if (name === undefined || source === undefined || textHasVariants(instruction))
        return undefined;
    return {
        instruction,
        name,
        what: /^https?:/.test(source) ? inShort(source) : source,
        cure: source.includes('-linux-gnu')
            ? 'copy from a path without the architecture: let a RUN of the source’s stage put the files there'
            : 'write “ARG TARGETARCH” before it, and the name with $TARGETARCH; one file for each architecture',
    };
}
// Where the destination names it too the file is meant for that architecture, as a data file is.
function textHasVariants({ text }) {
    return architecturesIn((0,copies/* operands */.b)(text).at(-1) ?? '').length > 0;
}

// EXTERNAL MODULE: ./build/src/lint/ignore-file.js
var ignore_file = __nccwpck_require__(7532);
;// CONCATENATED MODULE: ./build/src/lint/lost-in-oci-format.js

/** Instructions that OCI's format has no place for (docs/traps.md, 17). The last of each, since one is as good as many. */
function lostInOciFormat({ dockerfile, target, format }) {
    if (format !== 'oci')
        return [];
    const instructions = (0,stages/* stageChain */.ap)(dockerfile, target)
        .reverse()
        .flatMap((stage) => stage.instructions);
    return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
        .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
        .filter((instruction) => instruction !== undefined)
        .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE')
        .map(({ keyword, line, endLine }) => ({
        message: `OCI’s format has no place for ${keyword}, so podman drops it from the image`,
        cure: `set format: docker to keep ${keyword}, or remove it`,
        location: { file: dockerfile.path, line, endLine },
    }));
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
;// CONCATENATED MODULE: ./build/src/lint/platform-arguments.js




const USE = /(?<!\\)\$(?:\{((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\}|((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\b)/g;
/** Automatic arguments that are given a value of their own in the Dockerfile. */
function platformArgumentDefault(facts) {
    return [...facts.dockerfile.globals, ...needed(facts).flatMap(({ instructions }) => instructions)].flatMap((instruction) => {
        if (instruction.keyword !== 'ARG')
            return [];
        for (const assignment of instruction.assignments) {
            const effect = effectOf(facts, assignment);
            if (effect === undefined)
                continue;
            const { name, value } = assignment;
            const sole = instruction.assignments.length === 1 && instruction.line === instruction.endLine;
            return [
                {
                    message: `ARG ${name}=${value} gives a value to an argument that builders set for each platform: ${effect}`,
                    cure: `write ARG ${name}, without a value`,
                    location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
                    ...(sole && {
                        replacement: [changed(facts, instruction, (text) => text.replace(/^(\s*\w+\s+\w+)=.*$/, '$1'))],
                    }),
                },
            ];
        }
        return [];
    });
}
// Each shown by podman 4.3.1 and 5.8.6; Docker's builder takes a default before its own value.
function effectOf({ platforms }, { name, value, form }) {
    if (value === undefined || form !== 'literal')
        return undefined;
    if (name === 'TARGETPLATFORM' || name === 'BUILDPLATFORM')
        return 'podman 5.8 refuses to build that, and older ones may take it in place of the platform’s';
    if (name !== 'TARGETARCH' && name !== 'TARGETOS')
        return undefined;
    const isRight = platforms.every((each) => (name === 'TARGETOS' ? each.os : each.architecture) === value);
    return isRight
        ? undefined
        : 'podman does so here too, but Docker’s builder takes the one that is written for all of them';
}
/** Automatic arguments that are used where no ARG declares them, so that they are empty. */
function undeclaredPlatformArgument(facts) {
    return needed(facts).flatMap((stage) => {
        const known = declaredBefore(facts, stage);
        const runs = runsOf(facts, stage);
        return stage.instructions.flatMap((instruction) => {
            if (instruction.keyword === 'FROM')
                return [];
            for (const { name } of instruction.assignments) {
                if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV')
                    known.add(name);
            }
            const names = usedIn(runs, instruction).filter((name) => !known.has(name));
            if (names.length === 0)
                return [];
            for (const name of names)
                known.add(name);
            const line = lineWith(facts, instruction, names[0]);
            return [
                {
                    message: `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} no value here: this stage has no ARG for ${names.length === 1 ? 'it' : 'them'}, and one of another stage or before the first FROM does not count`,
                    cure: `write ${names.map((name) => `“ARG ${name}”`).join(' and ')} in this stage, before it is used`,
                    location: { file: facts.dockerfile.path, line, endLine: line },
                    replacement: [
                        changed(facts, instruction, (text) => text, names.map((name) => `ARG ${name}`)),
                    ],
                },
            ];
        });
    });
}
// In 5.8 a stage has the arguments of the one that it goes on from, in 4.3 it has not.
function declaredBefore({ dockerfile, podman }, stage) {
    const inherited = semver.lt(podman, '4.4.0') ? ['ENV'] : ['ENV', 'ARG'];
    return new Set((0,stages/* chainOf */.dR)(dockerfile, stage)
        .slice(1)
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => inherited.includes(keyword))
        .flatMap(({ assignments }) => assignments.map(({ name }) => name)));
}
function usedIn(runs, instruction) {
    if (!/^(?:RUN|COPY|ADD|ENV|LABEL|ARG|WORKDIR)$/.test(instruction.keyword))
        return [];
    const script = runs.find((run) => run.instruction === instruction)?.script;
    const text = script ?? instruction.text;
    const names = [...text.matchAll(USE)].map((match) => match[1] ?? match[2]);
    // A script may set it itself, or read it from a file.
    return [...new Set(names)].filter((name) => !new RegExp(`\\b${name}=|\\bread +(?:-\\w+ +)*${name}\\b`).test(text));
}

;// CONCATENATED MODULE: ./build/src/lint/podman-differences.js



/** The oldest podman that keeps what RUN writes to a volume: https://github.com/podman-container-tools/buildah/pull/5604. */
const VOLUMES_KEPT_SINCE = '5.2.0';
/** Volumes that a later RUN writes to, where podman drops that. */
function volumeBeforeWrites(facts) {
    const { dockerfile, podman } = facts;
    if (semver.gte(podman, VOLUMES_KEPT_SINCE))
        return [];
    return needed(facts).flatMap(({ instructions }) => instructions.flatMap((volume, at) => {
        if (volume.keyword !== 'VOLUME')
            return [];
        const paths = volume.text.match(/\/[^\s"',\]$]+/g) ?? [];
        const writer = instructions
            .slice(at + 1)
            .find(({ keyword, text }) => keyword === 'RUN' && paths.some((path) => text.includes(path)));
        if (writer === undefined)
            return [];
        return [
            {
                message: `podman ${podman} drops what the RUN of line ${writer.line} writes to the volume ${paths.join(', ')}`,
                cure: 'move VOLUME down behind the last RUN that writes there, or use podman 5.2 or newer',
                location: { file: dockerfile.path, line: volume.line, endLine: volume.endLine },
            },
        ];
    }));
}
// Quoted as a shell would: https://github.com/podman-container-tools/buildah/issues/6048 and 7103.
const TAKEN_LITERALLY = /\\\$|'[^'\n]*\$[A-Za-z_{][^'\n]*'/;
/** Here-documents of COPY and ADD of which podman and Docker make different files. */
function heredocQuoting(facts) {
    const { dockerfile, text } = facts;
    const { of, doubts } = (0,dockerfile_lines/* linesOf */.Dx)(dockerfile, text);
    if (doubts.length > 0)
        return [];
    return needed(facts)
        .flatMap(({ instructions }) => instructions)
        .filter((instruction) => /^(?:COPY|ADD)$/.test(instruction.keyword) &&
        of(instruction).heredocs.some(({ expands, body }) => expands && TAKEN_LITERALLY.test(body)))
        .map(({ line, endLine }) => ({
        message: 'in a here-document podman leaves variables in single quotes as they are, and the backslash of \\$; Docker does neither',
        cure: 'quote the delimiter, such as <<"EOF", and let nothing expand, or copy a file',
        location: { file: dockerfile.path, line, endLine },
    }));
}

;// CONCATENATED MODULE: ./build/src/lint/target-architecture-unused.js



/** Ways of saying which machine is meant, rightly or not. */
const SAYS = /\bTARGET\w*|\bGOARCH\b|\bCARGO_BUILD_TARGET\b|--target\b|\bxx-|zigbuild|\bcross\b/;
/** Stages that run on the building machine and compile for it, though the image is for others too. */
function targetArchitectureUnused(facts) {
    const others = facts.platforms.filter(({ architecture }) => architecture !== facts.buildPlatform.architecture);
    if (others.length === 0)
        return [];
    return needed(facts).flatMap((stage) => {
        if (!isOnBuildMachine(facts, stage) || SAYS.test(textOf(facts, stage)))
            return [];
        const run = runsOf(facts, stage).find(({ commands }) => commands.some(isCompiler));
        if (run === undefined || !isTaken(facts, stage))
            return [];
        const { line, endLine } = run.instruction;
        const isGo = run.commands.some(isGoBuild);
        const replacement = isGo && isWithoutC(facts, stage) ? forTarget(facts, stage) : undefined;
        return [
            {
                message: `${stageName(stage)} runs on the building machine and is never told TARGETARCH: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${facts.buildPlatform.text}`,
                cure: isGo
                    ? 'write “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and GOOS=$TARGETOS GOARCH=$TARGETARCH before go build'
                    : 'write “ARG TARGETARCH” before this RUN, and choose --target by it',
                location: { file: facts.dockerfile.path, line, endLine },
                ...(replacement && { replacement }),
            },
        ];
    });
}
function isCompiler(command) {
    const [program, verb] = command.words;
    return isGoBuild(command) || (program === 'cargo' && verb === 'build');
}
/** Whether a compiled program goes into the image, and not only what it made. */
function isTaken(facts, stage) {
    const outputs = goOutputs(facts, stage);
    return (takenFrom(facts, stage) ?? []).some((path) => /\/target\/(?:release|debug)\//.test(path) ||
        outputs.some((output) => output === path || external_node_path_.posix.dirname(path) === output));
}

;// CONCATENATED MODULE: ./build/src/lint/unknown-build-argument.js

// Known without an ARG: https://docs.docker.com/reference/dockerfile/#predefined-args, and what builders read themselves.
const PREDEFINED = /^(?:(?:https?|ftp|no|all)_proxy|SOURCE_DATE_EPOCH|BUILD(?:KIT|AH)_.*|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT))$/i;
/** More names than these are no help. */
const MOST_NAMES = 5;
/** Build arguments that no ARG declares, as by a slip: podman says so in its log alone. */
function unknownBuildArgument({ dockerfile, args }) {
    const { stages, globals, path } = dockerfile;
    const [first] = stages;
    const declared = new Set([...globals, ...stages.flatMap(({ instructions }) => instructions)]
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ assignments }) => assignments.map(({ name }) => name)));
    const unused = [...declared].filter((name) => !args.has(name)).sort();
    const names = unused.length === 0 || unused.length > MOST_NAMES
        ? 'or remove it from build-args'
        : `remove it from build-args, or mend its name: without a value are ${unused.join(', ')}`;
    return [...args.keys()]
        .filter((name) => first !== undefined && !declared.has(name) && !PREDEFINED.test(name))
        .map((name) => ({
        message: `the build argument ${name} has no effect: no ARG of ${(0,external_node_path_.basename)(path)} declares it`,
        cure: `write ARG ${name} in the stage that uses it, ${names}`,
        // It is nowhere in the file: where it could be.
        location: { file: path, line: first.instructions[0].line, endLine: first.instructions[0].endLine },
    }));
}

// EXTERNAL MODULE: ./build/src/dockerfile/podman-syntax.js
var podman_syntax = __nccwpck_require__(7995);
;// CONCATENATED MODULE: ./build/src/lint/unsupported-flag.js


/** Flags of BuildKit's that this podman doesn't know, so that the build fails when it comes to them. */
function unsupportedFlag(facts) {
    return needed(facts)
        .flatMap(({ instructions }) => instructions)
        .flatMap((instruction) => (0,podman_syntax/* unsupportedFlags */.lD)(instruction, facts.podman).map(({ name, cure }) => ({
        message: `podman ${facts.podman} doesn’t know ${name}, so the build fails here`,
        cure,
        location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
    })));
}

;// CONCATENATED MODULE: ./build/src/lint/rules.js















/** Every rule, those about a wrong image first. Each has a page of its name in docs/lint. */
const RULES = [
    { id: 'base-image-without-platform', find: base_image_without_platform/* baseImageWithoutPlatform */.G },
    { id: 'hard-coded-architecture', find: hardCodedArchitecture },
    { id: 'fixed-platform', find: fixedPlatform },
    { id: 'target-architecture-unused', find: targetArchitectureUnused },
    { id: 'platform-argument-default', find: platformArgumentDefault },
    { id: 'undeclared-platform-argument', find: undeclaredPlatformArgument },
    { id: 'node-modules-in-context', find: nodeModulesInContext },
    { id: 'development-stage-last', find: developmentStageLast },
    { id: 'lost-in-oci-format', find: lostInOciFormat },
    { id: 'unsupported-flag', find: unsupportedFlag },
    { id: 'unknown-build-argument', find: unknownBuildArgument },
    { id: 'volume-before-writes', find: volumeBeforeWrites },
    { id: 'heredoc-quoting', find: heredocQuoting },
    { id: 'ineffective-ignore-pattern', find: ignore_file/* ineffectiveIgnorePattern */.Nc },
    { id: 'emulated-compile', find: emulatedCompile },
    { id: 'emulated-download', find: emulatedDownload },
    { id: 'cache-busting-argument', find: cacheBustingArgument },
    { id: 'git-folder-in-context', find: gitFolderInContext },
    { id: 'large-context', find: largeContext },
];

;// CONCATENATED MODULE: ./build/src/lint/findings.js

const PAGES = 'https://github.com/kubernaut/multiarch-build/blob/main/docs/lint';
/** What in a Dockerfile makes this build wrong, slow or heavy, in the order of its lines. */
function findings(facts) {
    // What the preprocessor makes of such a file is not known here.
    if (facts.dockerfile.path.endsWith('.in'))
        return [];
    return RULES.flatMap(({ id, find }) => find(facts).map((found) => ({ rule: id, ...found }))).sort((a, b) => a.location.line - b.location.line);
}
/** Where a rule is explained. */
function pageOf(rule) {
    return `${PAGES}/${rule}.md`;
}
/** A finding as it is shown on its line: what it is, what to do, the lines to write, and where more is said. */
function describe({ rule, message, cure, replacement = [] }) {
    return [
        `${rule}: ${message}. What to do: ${cure}`,
        ...replacement.map(({ line, endLine, text }) => text === '' ? `${place(line, endLine)}: remove` : `${place(line, endLine)}: write\n${indented(text)}`),
        pageOf(rule),
    ].join('\n');
}
function place(line, endLine) {
    return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`;
}
function indented(text) {
    return text
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
}


/***/ }),

/***/ 7532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ ineffectivePattern),
/* harmony export */   Nc: () => (/* binding */ ineffectiveIgnorePattern),
/* harmony export */   kX: () => (/* binding */ ignoreFileOf)
/* harmony export */ });
/* unused harmony export findIneffective */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1582);



/** The ignore file that podman reads, or would if it were there. */
function ignoreFileOf(context, dockerfile, given) {
    if (given !== undefined)
        return given;
    const places = [
        ..._dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h.map((name) => `${dockerfile}${name}`),
        ..._dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name)),
    ];
    return places.find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path)) ?? places.at(-1);
}
/** The pattern of an ignore file that does nothing; undefined when all do, or there is no such file. */
function ineffectivePattern(path, context) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const isFolder = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name), { throwIfNoEntry: false })?.isDirectory() === true;
    return findIneffective(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'), isFolder);
}
/**
 * podman doesn't look into a folder that is ignored unless a pattern brings something back by that folder's own name; Docker
 * does (docs/traps.md, 43).
 * @param isFolder whether a path of the context is one
 */
function findIneffective(path, text, isFolder) {
    const lines = text.split('\n').map((line) => line.trim());
    const all = lines.findIndex((line) => /^\/?(?:\*\*?|\*\*\/\*)$/.test(line));
    if (all < 0)
        return undefined;
    const kept = lines.flatMap((line, at) => at > all && line.startsWith('!')
        ? [{ at, pattern: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(line.slice(1)).replace(/^\/+/, '') }]
        : []);
    if (kept.some(({ pattern }) => !/[*?[]/.test(pattern) && isFolder(pattern)))
        return undefined;
    const wild = kept.find(({ pattern }) => /[*?[].*\//.test(pattern));
    return wild && { pattern: wild.pattern, all: lines[all], location: { file: path, line: wild.at + 1 } };
}
/** Patterns of the ignore file that do nothing. */
function ineffectiveIgnorePattern({ ineffective }) {
    if (ineffective === undefined)
        return [];
    const { pattern, all, location } = ineffective;
    return [
        {
            message: `“!${pattern}” brings nothing back from the folders that “${all}” ignores: podman doesn’t look into them, Docker does`,
            cure: 'bring each folder back by its name, such as “!src”, and ignore within it what isn’t needed',
            location,
        },
    ];
}


/***/ }),

/***/ 6559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   eA: () => (/* binding */ encodedPart),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _file_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8330);


/** Whether a text is a well-formed sha256 digest; also keeps untrusted digests out of paths and URLs. */
function isDigest(text) {
    return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text);
}
/** The digest of some bytes. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The digest of a file's content, streamed. */
async function digestOfFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const part of (0,_file_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .fileParts */ .R)(path))
        hash.update(part);
    return `sha256:${hash.digest('hex')}`;
}
/** The part after `sha256:`, the blob's file name in a layout. */
function encodedPart(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 8330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fileParts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);

const PART = 1 << 20;
/**
 * A file's content, each part in the same buffer: it is to be used before the next is asked for. A stream makes a new buffer for each,
 * and of a large file hundreds of megabytes until they are collected.
 */
async function* fileParts(path, signal) {
    const buffer = Buffer.allocUnsafe(PART);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        for (;;) {
            signal?.throwIfAborted();
            const { bytesRead } = await file.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 8342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ noteBase),
/* harmony export */   Sy: () => (/* binding */ distinctSize),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   aR: () => (/* binding */ imageBlobs),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   te: () => (/* binding */ writeImage)
/* harmony export */ });
/* unused harmony export rewriteConfig */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3856);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7578);


const BASE_NAME = 'org.opencontainers.image.base.name';
const BASE_DIGEST = 'org.opencontainers.image.base.digest';
const INTERMEDIATE_IMAGE = /^FROM [0-9a-f]{12}$/;
const CONTEXT_DIGEST = /((?:^| )(?:COPY|ADD) (?:file|dir|multi)):[0-9a-f]{64}(?= in )/;
/** The base image as the builder noted it in the manifest; undefined for `FROM scratch`. */
function baseOf(manifest) {
    const name = manifest.annotations?.[BASE_NAME];
    const digest = manifest.annotations?.[BASE_DIGEST];
    return name && digest ? { name, digest } : undefined;
}
/** A manifest that notes its base image in this way; without a digest in none. */
function noteBase(manifest, base) {
    const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...others } = manifest.annotations ?? {};
    const noted = base?.digest === undefined ? {} : { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest };
    return { ...manifest, annotations: { ...others, ...noted } };
}
/**
 * The config with labels added, and without what would make two builds of the same content differ: host names and
 * container ids of Docker's format, and in the history ids of intermediate images and digests of the context.
 */
function rewriteConfig(config, labels) {
    // Fields of Docker's format that image-spec left out, since they describe the machine that built.
    const { container, container_config, parent, ...kept } = config;
    const merged = { ...config.config?.Labels, ...Object.fromEntries(labels) };
    const settings = { ...config.config };
    if ('Hostname' in settings)
        settings.Hostname = '';
    if ('Image' in settings)
        settings.Image = '';
    if (Object.keys(merged).length > 0)
        settings.Labels = sortKeys(merged);
    return {
        ...kept,
        config: settings,
        ...(config.history && { history: config.history.map(reproducibleEntry) }),
    };
}
// A config may lack the variant, and arm without one would mean v7.
function withVariant(config, { architecture, variant }) {
    if (config.variant || variant === undefined || config.architecture !== architecture)
        return config;
    return { ...config, variant };
}
function reproducibleEntry(entry) {
    const { comment, created_by, ...rest } = entry;
    return {
        ...rest,
        // The digest is over the owners and modes of the context's files too, which the image doesn't have.
        ...(created_by !== undefined && { created_by: created_by.replace(CONTEXT_DIGEST, '$1') }),
        ...(comment !== undefined && !INTERMEDIATE_IMAGE.test(comment) && { comment }),
    };
}
/** Stores the config and manifest of a platform's image, with its metadata, in the layout that holds its layers. */
async function writeImage(layout, built, platform, metadata) {
    const config = rewriteConfig(withVariant(built.config, platform), metadata.labels);
    const configDescriptor = await layout.putBytes(built.manifest.config.mediaType, encode(config));
    const base = baseOf(built.manifest);
    const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...otherAnnotations } = built.manifest.annotations ?? {};
    const annotations = sortKeys({
        ...otherAnnotations,
        ...(base && { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest }),
        ...Object.fromEntries(metadata.annotations),
    });
    const manifest = {
        schemaVersion: 2,
        mediaType: built.manifest.mediaType,
        config: configDescriptor,
        layers: built.manifest.layers,
        ...(Object.keys(annotations).length > 0 && { annotations }),
    };
    const descriptor = await layout.putBytes(manifest.mediaType, encode(manifest));
    return { platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)(config), descriptor, manifest, config };
}
/**
 * Stores the index of some images, in the order given, whatever order they were built in.
 */
async function writeIndex(layout, images, annotations) {
    const docker = images.some((image) => image.manifest.mediaType === _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerManifest);
    const index = {
        schemaVersion: 2,
        mediaType: docker ? _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerIndex : _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.ociIndex,
        manifests: images.map(({ descriptor, platform }) => ({
            ...descriptor,
            platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformFields */ .vC)(platform),
        })),
        ...(annotations.size > 0 && { annotations: sortKeys(Object.fromEntries(annotations)) }),
    };
    return { descriptor: await layout.putBytes(index.mediaType, encode(index)), index };
}
/** Every blob that an image refers to, and its manifest. */
function imageBlobs(image) {
    return [...image.manifest.layers, image.manifest.config, image.descriptor];
}
/** Bytes that a registry holds for some images, each blob counted once. */
function distinctSize(images) {
    const sizes = new Map();
    for (const image of images)
        for (const blob of imageBlobs(image))
            sizes.set(blob.digest, blob.size);
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function encode(value) {
    return Buffer.from(JSON.stringify(value));
}
function sortKeys(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 3856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ platformSlug),
/* harmony export */   FL: () => (/* binding */ normalizePlatform),
/* harmony export */   Qo: () => (/* binding */ platformArguments),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/**
 * The arguments that builders set for a platform, by name; no variant where it has none
 * (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope).
 */
function platformArguments(whose, { text, os, architecture, variant }) {
    return new Map([
        [`${whose}PLATFORM`, text],
        [`${whose}OS`, os],
        [`${whose}ARCH`, architecture],
        ...(variant === undefined ? [] : [[`${whose}VARIANT`, variant]]),
    ]);
}
const ARCHITECTURE_ALIASES = {
    x86_64: { architecture: 'amd64' },
    'x86-64': { architecture: 'amd64' },
    aarch64: { architecture: 'arm64' },
    i386: { architecture: '386' },
    i486: { architecture: '386' },
    i586: { architecture: '386' },
    i686: { architecture: '386' },
    armhf: { architecture: 'arm', variant: 'v7' },
    armel: { architecture: 'arm', variant: 'v6' },
};
const ARCHITECTURES = new Set([
    'amd64',
    '386',
    'arm64',
    'arm',
    'ppc64le',
    'ppc64',
    's390x',
    'riscv64',
    'mips',
    'mipsle',
    'mips64',
    'mips64le',
    'loong64',
]);
/**
 * Brings the parts of a platform into normal form, as containerd does: `arm64/v8` is `arm64`, `arm` is `arm/v7`,
 * `amd64/v1` is `amd64`.
 * Source: https://github.com/containerd/platforms/blob/v1.0.0/database.go, `normalizeArch`.
 */
function normalizePlatform(fields) {
    const os = fields.os.toLowerCase();
    const name = fields.architecture.toLowerCase();
    const alias = ARCHITECTURE_ALIASES[name];
    const architecture = alias?.architecture ?? name;
    const variant = normalizeVariant(architecture, (alias?.variant ?? fields.variant ?? '').toLowerCase());
    return variant === ''
        ? { os, architecture, text: `${os}/${architecture}` }
        : { os, architecture, variant, text: `${os}/${architecture}/${variant}` };
}
function normalizeVariant(architecture, variant) {
    if (architecture === 'arm64')
        return variant === '8' || variant === 'v8' ? '' : variant;
    if (architecture === 'amd64')
        return variant === 'v1' ? '' : variant;
    if (architecture === 'arm') {
        if (variant === '' || variant === '7')
            return 'v7';
        return /^[5689]$/.test(variant) ? `v${variant}` : variant;
    }
    return variant;
}
/**
 * Parses `os/architecture[/variant]`. Only Linux, since podman builds nothing else.
 * @throws {Error} with the reason, for the caller to say where the text came from
 */
function parsePlatform(text) {
    const parts = text.trim().split('/');
    const [os, architecture, variant] = parts;
    if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^[A-Za-z0-9_.-]+$/.test(part))) {
        throw new Error(`${JSON.stringify(text)} is no platform; write os/architecture, such as linux/arm64`);
    }
    const platform = normalizePlatform({ os: os, architecture: architecture, ...(variant && { variant }) });
    if (platform.os !== 'linux')
        throw new Error(`${JSON.stringify(text)}: only linux can be built`);
    if (!ARCHITECTURES.has(platform.architecture)) {
        throw new Error(`${JSON.stringify(text)}: unknown architecture; known are ${[...ARCHITECTURES].join(', ')}`);
    }
    return platform;
}
/** The fields of a platform as an index holds them. */
function platformFields(platform) {
    const { architecture, os, variant } = platform;
    return { architecture, os, ...(variant && { variant }) };
}
/** A platform as one path segment or output name: `linux-arm-v7`. */
function platformSlug(platform) {
    return platform.text.replaceAll('/', '-');
}


/***/ }),

/***/ 4974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ parseTaggedReference),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   O9: () => (/* binding */ digestReference),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   W0: () => (/* binding */ splitName),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6559);

// https://github.com/distribution/reference/blob/v0.6.0/regexp.go
const DOMAIN = /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?$|^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const REPOSITORY_MAX_LENGTH = 255;
/** Whether a text is the host of a registry, with or without port. */
function isRegistryHost(text) {
    return DOMAIN.test(text);
}
/** Whether a text is a tag by the distribution-spec's grammar. */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Parses a repository name without tag or digest. A first part that holds no `.` or `:` and isn't `localhost`
 * would be a Docker Hub short name, which podman and Docker resolve differently, so it is refused.
 * @throws {Error} with the reason
 */
function parseRepository(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const registry = slash < 0 ? '' : text.slice(0, slash);
    if (!/[.:]|^localhost$/.test(registry)) {
        throw new Error(`${shown} names no registry; write it in full, such as quay.io/organisation/name`);
    }
    if (!isRegistryHost(registry))
        throw new Error(`${shown}: ${JSON.stringify(registry)} is no registry host`);
    const path = text.slice(slash + 1);
    if (path.includes('@') || path.includes(':')) {
        throw new Error(`${shown} must have no tag and no digest; tags go into the input tags`);
    }
    const wrong = path.split('/').find((component) => !PATH_COMPONENT.test(component));
    if (wrong !== undefined) {
        const why = /[A-Z]/.test(wrong) ? 'repository names are lower case' : 'that is no valid path component';
        throw new Error(`${shown}: ${JSON.stringify(wrong)}: ${why}`);
    }
    if (text.length > REPOSITORY_MAX_LENGTH)
        throw new Error(`${shown} is longer than ${REPOSITORY_MAX_LENGTH} characters`);
    return { registry: registry.toLowerCase(), path, text: `${registry.toLowerCase()}/${path}` };
}
/**
 * Takes `name[:tag][@digest]` apart (https://github.com/distribution/reference/blob/v0.6.0/reference.go).
 * @throws {Error} with the reason
 */
function splitName(text) {
    const shown = JSON.stringify(text);
    const [tagged = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))) {
        throw new Error(`${shown}: what follows @ is no sha256 digest`);
    }
    const colon = tagged.lastIndexOf(':');
    const hasTag = colon > tagged.lastIndexOf('/');
    const tag = hasTag ? tagged.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag))
        throw new Error(`${shown}: ${JSON.stringify(tag)} is no valid tag`);
    return { name: hasTag ? tagged.slice(0, colon) : tagged, tag, digest };
}
/** A repository with one of its tags. */
function withTag(repository, tag) {
    return { repository, tag, text: `${repository.text}:${tag}` };
}
/**
 * Parses `registry/path:tag`.
 * @throws {Error} with the reason
 */
function parseTaggedReference(text) {
    const colon = text.lastIndexOf(':');
    if (colon < text.lastIndexOf('/'))
        throw new Error(`${JSON.stringify(text)} has no tag`);
    const tag = text.slice(colon + 1);
    if (!isTag(tag))
        throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(tag)} is no valid tag`);
    return withTag(parseRepository(text.slice(0, colon)), tag);
}
/** `registry/path@digest` */
function digestReference(repository, digest) {
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new Error(`not a digest: ${String(digest)}`);
    return `${repository.text}@${digest}`;
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   v5: () => (/* binding */ layerTypeIn)
/* harmony export */ });
/** Media types of the image-spec and of Docker's schema 2. */
const mediaType = {
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociConfig: 'application/vnd.oci.image.config.v1+json',
    dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
};
/** Whether a media type is that of an index or manifest list. */
function isIndexType(type) {
    return type === mediaType.ociIndex || type === mediaType.dockerIndex;
}
// https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md#compatibility-matrix
const LAYER_TYPES = [
    ['application/vnd.oci.image.layer.v1.tar', 'application/vnd.docker.image.rootfs.diff.tar'],
    ['application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
    ['application/vnd.oci.image.layer.v1.tar+zstd', undefined],
];
/** What a layer's type is called in a manifest of some type; undefined when it can't be in one. */
function layerTypeIn(manifestType, layerType) {
    const names = LAYER_TYPES.find(([oci, docker]) => layerType === oci || layerType === docker);
    return names?.[manifestType === mediaType.dockerManifest ? 1 : 0];
}


/***/ }),

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qy: () => (/* binding */ PlatformsFailed),
  Hb: () => (/* binding */ buildPlatforms),
  iJ: () => (/* binding */ platformNames),
  Kq: () => (/* binding */ processors)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(370);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var steps = __nccwpck_require__(6243);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __nccwpck_require__(498);
;// CONCATENATED MODULE: ./build/src/builder/build-log.js


const TAIL_LINES = 25;
const SILENCE_MS = 60_000;
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/;
// https://github.com/containers/common/blob/v0.60.0/libimage/platform.go and its callers, of all versions
const MISMATCH = /^WARNING: (image platform \((?:\{|linux\/)(\w+).*?\) does not match the expected platform \((?:\{|linux\/)(\w+).*?\))/;
function readMismatch(line, step) {
    const [, message, found, expected] = MISMATCH.exec(line) ?? [];
    if (message === undefined)
        return undefined;
    return { message: (0,plain_text/* plainText */.wh)(message), architecturesDiffer: found !== expected, step };
}
/** Whole seconds as a clock shows them: `1:02`, `1:00:09`. */
function clock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const two = (value) => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${two(seconds % 60)}`;
    return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
/** The log of one platform's build: prefixes every line, remembers where the build is, and speaks when it is silent. */
class BuildLog {
    log;
    platform;
    #started = performance.now();
    #lastLine = performance.now();
    #step;
    #running;
    #steps = [];
    #cacheHits = 0;
    #mismatches = [];
    #tail = [];
    #heartbeat;
    constructor(log, platform, silenceMs = SILENCE_MS) {
        this.log = log;
        this.platform = platform;
        this.#heartbeat = setInterval(() => this.#beat(silenceMs), silenceMs / 4);
        this.#heartbeat.unref();
    }
    /** The step that podman announced last. */
    get step() {
        return this.#step;
    }
    /**
     * The steps so far, without the one that runs, as the log has them: a program's output may look like a step, so nothing
     * that must be right can be told from them.
     */
    get steps() {
        return this.#steps;
    }
    /** Steps that podman took from a cache. */
    get cacheHits() {
        return this.#cacheHits;
    }
    /** Images that were pulled for another platform than the step needs, by podman's own word. */
    get mismatches() {
        return this.#mismatches;
    }
    /** The last lines, without control characters. */
    get tail() {
        return this.#tail;
    }
    get milliseconds() {
        return performance.now() - this.#started;
    }
    line(text) {
        this.#lastLine = performance.now();
        const step = (0,steps/* parseStep */.kq)(text);
        if (step !== undefined || COMMIT.test(text))
            this.#begin(step);
        if (/^(\[\d+\/\d+\] )?--> Using cache /.test(text))
            this.#cacheHits++;
        const mismatch = readMismatch(text, this.#step);
        if (mismatch !== undefined)
            this.#mismatches.push(mismatch);
        this.#tail.push((0,plain_text/* plainText */.wh)(text));
        if (this.#tail.length > TAIL_LINES)
            this.#tail.shift();
        this.#write(text);
    }
    #begin(step) {
        const now = performance.now();
        if (this.#running !== undefined) {
            const { step: ended, since } = this.#running;
            this.#steps.push({ step: ended, seconds: (now - since) / 1000 });
        }
        this.#running = step && { step, since: now };
        this.#step = step ?? this.#step;
    }
    /** The platform is built once more: what is told from here on is of that build. */
    again() {
        this.#step = undefined;
        this.#running = undefined;
        this.#steps.length = 0;
        this.#mismatches.length = 0;
        this.#cacheHits = 0;
    }
    close() {
        clearInterval(this.#heartbeat);
    }
    #write(text) {
        this.log.line(`[${this.platform.text} ${clock(this.milliseconds)}] ${text}`);
    }
    #beat(silenceMs) {
        const silence = performance.now() - this.#lastLine;
        if (silence < silenceMs)
            return;
        const where = this.#step
            ? `step ${this.#step.number}/${this.#step.total}: ${this.#step.text}`
            : 'starting';
        this.#write(`… ${clock(silence)} without output, still at ${where}`);
    }
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/pipeline/platforms.js




/** At least one platform failed; the others were stopped. */
class PlatformsFailed extends errors/* Failure */.HR {
    cause;
    tail;
    fates;
    constructor(cause, 
    /** Last lines of the first failure's log. */
    tail, 
    /** What became of each platform. */
    fates) {
        super(cause.message, {
            cause,
            ...(cause.cure !== undefined && { cure: cause.cure }),
            ...(cause.location && { location: cause.location }),
            quotes: cause.quotes,
        });
        this.cause = cause;
        this.tail = tail;
        this.fates = fates;
    }
}
/** Number of processors that builds can use. */
function processors() {
    return (0,external_node_os_.cpus)().length;
}
/**
 * Makes all platforms' images, as many at once as the plan says, and does `then` with each as soon as it is there, while
 * others still build. The first failure stops the rest.
 * @throws {PlatformsFailed}
 * @throws {Interrupted} when `signal` fired
 */
async function buildPlatforms(plan, log, signal, make, then) {
    const failed = new AbortController();
    const stop = AbortSignal.any([signal, failed.signal]);
    const limit = (0,p_limit/* default */.A)(plan.parallel);
    const runs = plan.platforms.map((platform) => ({
        platform,
        fate: NOT_STARTED,
    }));
    let first;
    const settled = await Promise.allSettled(runs.map(async (run) => {
        let buildLog;
        try {
            const built = await limit(async () => {
                if (stop.aborted)
                    throw new errors/* Interrupted */.j$();
                buildLog = new BuildLog(log, run.platform);
                return make(run.platform, buildLog, stop);
            });
            run.fate = { outcome: 'built', text: `built in ${clock(buildLog.milliseconds)}, not tagged` };
            return await then({ ...built, cacheHits: buildLog.cacheHits }, buildLog, stop);
        }
        catch (error) {
            run.fate = fateOf(error, stop, buildLog, first === undefined);
            if (!stop.aborted)
                first ??= { error, tail: buildLog?.tail ?? [] };
            failed.abort();
            throw error;
        }
        finally {
            buildLog?.close();
        }
    }));
    if (signal.aborted)
        throw new errors/* Interrupted */.j$();
    if (first !== undefined) {
        if (!(first.error instanceof errors/* Failure */.HR))
            throw first.error;
        throw new PlatformsFailed(first.error, first.tail, runs.map(({ platform, fate }) => ({ platform, ...fate })));
    }
    return settled.map((result) => result.value);
}
const NOT_STARTED = { outcome: 'not started', text: 'not started' };
function fateOf(error, stop, log, isFirst) {
    if (log === undefined)
        return NOT_STARTED;
    const when = `after ${clock(log.milliseconds)}`;
    const outcome = error instanceof errors/* Interrupted */.j$ || (stop.aborted && !isFirst) ? 'stopped' : 'failed';
    return { outcome, text: `${outcome} ${when}` };
}
/** The platforms of a plan, for messages. */
function platformNames(platforms) {
    return platforms.map((platform) => platform.text).join(', ');
}


/***/ }),

/***/ 8436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ emulationCost),
/* harmony export */   X: () => (/* binding */ compiles)
/* harmony export */ });
/** A command of a RUN that turns sources into programs or bundles, many times slower when emulated. */
const COMPILERS = /(?:^|[\s;&|("'/])(?:go (?:build|install|test|generate)|cargo (?:build|install)|rustc|gcc|g\+\+|clang|cc|make|cmake|ninja|meson|(?:npm|yarn|pnpm) (?:run )?build|node-gyp|webpack|tsc|mvn|gradle|\.\/gradlew|pip3? wheel|dotnet (?:build|publish))(?=$|[\s;&|)"'])/;
/** Whether a RUN’s text names a compiler or another build tool. */
function compiles(text) {
    return COMPILERS.test(text);
}
// Less is noise, or isn't worth anybody's time.
const LEAST_FACTOR = 1.5;
const LEAST_SECONDS = 30;
/**
 * What emulation cost, by this run's own numbers: nothing is said unless a native build of the same file is there to
 * compare with.
 * @param emulatedCompiles whether a RUN on the target platform compiles
 */
function emulationCost(builds, emulatedCompiles) {
    const native = builds.find(({ execution }) => execution === 'native');
    if (native === undefined || native.buildSeconds <= 0)
        return [];
    return builds.flatMap(({ platform, execution, buildSeconds }) => {
        const factor = buildSeconds / native.buildSeconds;
        const lost = buildSeconds - native.buildSeconds;
        if (execution !== 'emulated' || factor < LEAST_FACTOR || lost < LEAST_SECONDS)
            return [];
        const took = `${platform.text} took ${factor.toFixed(1)} × as long as ${native.platform.text}`;
        if (!emulatedCompiles)
            return [`${took}, since its RUN steps are emulated.`];
        return [`${took}; compiling on $BUILDPLATFORM would save about ${duration(lost)}.`];
    });
}
function duration(seconds) {
    return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}


/***/ }),

/***/ 5845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   Xq: () => (/* binding */ formatSize)
/* harmony export */ });
/** Bytes as a person reads them, in powers of ten as registries show them. */
function formatSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const value = bytes / 1000 ** power;
    return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
/** Seconds as a person reads them. */
function formatSeconds(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 60)
        return `${Math.round(seconds)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** The first twelve digits, as podman and Docker show digests. */
function shortDigest(digest) {
    return digest.slice(0, 'sha256:'.length + 12);
}
/** A text as a fenced block that its own content can't end. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
/** A text within a line of Markdown, with nothing in it that Markdown or HTML would obey. */
function escapeMarkdown(text) {
    return text
        .replace(/[\u0000-\u001f\u007f]/g, ' ')
        .replace(/[\\`*_{}[\]()#+|!~]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '&#64;');
}


/***/ }),

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ outputs),
/* harmony export */   y: () => (/* binding */ metadata)
/* harmony export */ });
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8342);
/* harmony import */ var _request_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8456);



/** The `metadata` object (docs/outputs.md). Sizes are bytes as a registry stores them, times are seconds. */
function metadata(report) {
    return {
        'containerimage.digest': report.index.digest,
        'containerimage.descriptor': report.index,
        'image.name': report.references.map((reference) => reference.text).join(','),
        digest: report.index.digest,
        digests: (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report),
        image: (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report),
        tags: report.references.map((reference) => reference.text),
        pushed: report.pushed,
        platforms: report.platforms.map(({ platform }) => platform.text),
        'oci-layout': report.ociLayout ?? '',
        size: (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(report.platforms.map(({ image }) => image)),
        seconds: rounded(report.seconds),
        podman: report.podman,
        ...(report.cache && { cache: report.cache }),
        builds: Object.fromEntries(report.platforms.map((each) => [each.platform.text, platformMetadata(each)])),
    };
}
function platformMetadata(platform) {
    const { image } = platform;
    return {
        digest: image.descriptor.digest,
        size: (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0),
        layers: image.manifest.layers.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
        emulated: platform.execution === 'emulated',
        execution: platform.execution,
        cacheHits: platform.cacheHits,
        ...(platform.cache && { cache: platform.cache }),
        ...(platform.repaired !== undefined && { repaired: platform.repaired }),
        seconds: {
            build: rounded(platform.buildSeconds),
            export: rounded(platform.exportSeconds),
            verify: rounded(platform.verifySeconds),
            ...(platform.smokeTestSeconds !== undefined && { smokeTest: rounded(platform.smokeTestSeconds) }),
            push: rounded(platform.pushSeconds),
        },
    };
}
/** All outputs of the step, by name. */
function outputs(report) {
    const perPlatform = Object.entries((0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report));
    return new Map([
        ['digest', report.index.digest],
        ['digests', JSON.stringify((0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report))],
        ...perPlatform.map(([platform, digest]) => [(0,_request_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOutput */ .g1)(platform), digest]),
        ['image', (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report)],
        ['tags', report.references.map((reference) => reference.text).join('\n')],
        ['pushed', String(report.pushed)],
        ['platforms', report.platforms.map(({ platform }) => platform.text).join(',')],
        ['oci-layout', report.ociLayout ?? ''],
        ['docker-config', report.dockerConfig ?? ''],
        ['metadata', JSON.stringify(metadata(report))],
    ]);
}
function rounded(seconds) {
    return Math.round(seconds * 100) / 100;
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ digests),
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4974);

/** Digest of each platform's image. */
function digests(report) {
    return Object.fromEntries(report.platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]));
}
/** First `repository@digest`. */
function imageReference(report) {
    return (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .digestReference */ .O9)(report.repositories[0], report.index.digest);
}


/***/ }),

/***/ 3320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ failureSummary),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _lint_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6200);
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8342);
/* harmony import */ var _emulation_cost_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8436);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5845);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8456);





/** The job summary of a run that went well, as Markdown. */
function summary(report) {
    const name = report.repositories[0].text;
    const state = report.pushed ? 'pushed' : 'built, not pushed';
    const parts = [
        `### ✅ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(name)}: ${report.platforms.length} ${plural('platform', report.platforms.length)} ${state}`,
        ...report.warnings.map(({ message }) => `> [!WARNING]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(message)}`),
        ...report.notices.map((notice) => `> [!NOTE]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(notice)}`),
        findingTable(report.findings ?? []),
        platformTable(report.platforms),
        ...(0,_emulation_cost_js__WEBPACK_IMPORTED_MODULE_4__/* .emulationCost */ .O)(report.platforms, report.compilesOnTarget ?? false).map(_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV),
        sharing(report.platforms),
        caching(report.platforms),
        traffic(report.cache),
        pullCommand(report),
        tagList(report),
        `<sub>index \`${report.index.digest}\` · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(report.seconds)} in all · podman ${report.podman}</sub>`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
/** One row a finding; what to do stands at its line and on its page. */
function findingTable(findings) {
    if (findings.length === 0)
        return '';
    return [
        '| Dockerfile finding | Line | What |',
        '|:--|--:|:--|',
        ...findings.map(({ rule, location, message }) => `| [${rule}](${(0,_lint_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(rule)}) | ${location.line} | ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(message)} |`),
    ].join('\n');
}
function platformTable(platforms) {
    const rows = platforms.map(({ platform, image, execution, buildSeconds, cache }) => [
        platform.text,
        `\`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(image.descriptor.digest)}\``,
        (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)((0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0)),
        String(image.manifest.layers.length),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(buildSeconds),
        cache?.unchanged ? '♻️ unchanged' : execution === 'emulated' ? '🐢 emulated' : execution,
    ].join(' | '));
    return [
        '| Platform | Digest | Size | Layers | Build | How |',
        '|:--|:--|--:|--:|--:|:--|',
        ...rows.map((row) => `| ${row} |`),
    ].join('\n');
}
/** What the architectures after the first cost in the registry: what they don't share with it. */
function sharing(platforms) {
    if (platforms.length < 2)
        return '';
    const images = platforms.map(({ image }) => image);
    const layers = images.flatMap((image) => image.manifest.layers.map((layer) => layer.digest));
    const first = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .distinctSize */ .Sy)(images.slice(0, 1));
    const added = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .distinctSize */ .Sy)(images) - first;
    const shared = layers.length - new Set(layers).size;
    const others = platforms.length === 2 ? platforms[1].platform.text : `the other ${platforms.length - 1} platforms`;
    return `${shared} of ${layers.length} layers are shared between platforms; ${others} ${platforms.length === 2 ? 'adds' : 'add'} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(added)} (${Math.round((added / first) * 100)} %) to ${platforms[0].platform.text}’s ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(first)} in the registry.`;
}
/** What was kept from earlier runs, and why a build could not be recognised. */
function caching(platforms) {
    const mounts = platforms.flatMap(({ platform, cache }) => 
    // A name can come from the cache, which others may write to.
    (cache?.mounts ?? []).map(({ name, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(name)} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytes)}, ${platform.text})`));
    const resumed = platforms.flatMap(({ platform, cache }) => (cache?.resumed ?? []).map(({ stage, line, seconds, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(stage)} up to line ${line} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(seconds)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytes)} fetched, ${platform.text})`));
    const reasons = [...new Set(platforms.flatMap(({ cache }) => cache?.reasons ?? []))];
    return [
        resumed.length === 0 ? '' : `Steps that were not run again: ${resumed.join(', ')}.`,
        mounts.length === 0 ? '' : `Cache mounts from earlier runs: ${mounts.join(', ')}.`,
        reasons.length === 0
            ? ''
            : `The next run builds this again even if nothing changes: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(reasons.join('; '))}.`,
    ]
        .filter((line) => line !== '')
        .join('\n');
}
/** How much came from the cache and goes there. */
function traffic(cache) {
    if (cache === undefined || cache.bytesFetched + cache.bytesToSave === 0)
        return '';
    const { place, bytesFetched, bytesToSave } = cache;
    return `Cache: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytesFetched)} came from ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(place)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytesToSave)} to be saved.`;
}
function pullCommand(report) {
    if (report.pushed)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`podman pull ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report)}`);
    if (report.loaded !== undefined)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`podman run --rm ${report.loaded.text}`);
    return report.ociLayout === undefined ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`skopeo inspect oci:${report.ociLayout}`);
}
function tagList(report) {
    const verb = report.pushed ? 'Tags' : 'Tags it would get';
    return `${verb}: ${report.references.map((reference) => `\`${reference.text}\``).join(', ')}`;
}
/** The job summary of a run that failed, as Markdown: the problem first. */
function failureSummary(failure) {
    const place = failure.place === undefined ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.place)})`;
    const parts = [
        `### ❌ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.title)}`,
        `> [!CAUTION]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.message)}${place}`,
        failure.cure === undefined ? '' : `**What to do:** ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.cure)}`,
        failure.tail.length === 0 ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(failure.tail.join('\n')),
        failure.fates.map((fate) => `- ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(fate)}`).join('\n'),
        failure.tagsSet.length === 0
            ? 'No tag was set or moved.'
            : `Tags already set when it failed: ${failure.tagsSet.map((tag) => `\`${tag}\``).join(', ')}. Run the job again to complete them.`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function plural(word, count) {
    return count === 1 ? word : `${word}s`;
}


/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   D: () => (/* binding */ parseCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);
/* harmony import */ var _inspect_request_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5347);



const COMMANDS = ['build', 'merge', 'inspect', 'doctor'];
/**
 * Reads the arguments: a command, then an option for each input, `--name value` or `--name=value`. Options that are
 * lists may be repeated; those that are booleans may stand alone. The context may stand without its name, as with `podman build`.
 * @throws {InputError} for anything else
 */
function parseCommandLine(args) {
    const help = args.length === 0 || args.some((argument) => /^(-h|--help|help)$/.test(argument));
    const [command, ...rest] = args;
    const version = command === '--version';
    if (help || version)
        return { command: 'build', json: false, help, version, given: {}, positional: [] };
    if (!isCommand(command)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `${JSON.stringify(command)} is unknown; known are ${COMMANDS.join(', ')}`);
    }
    const given = {};
    const positional = [];
    let json = false;
    for (let at = 0; at < rest.length; at++) {
        const match = /^--([^=]+)(?:=(.*))?$/s.exec(rest[at]);
        if (!match && command === 'inspect') {
            positional.push(rest[at]);
            continue;
        }
        if (!match && command === 'build' && given.context === undefined && !rest[at].startsWith('-')) {
            given.context = rest[at];
            continue;
        }
        if (!match) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `unexpected ${JSON.stringify(rest[at])}`, {
                cure: 'every input is an option: write --name value, such as --image quay.io/organisation/name',
            });
        }
        const [, name, attached] = match;
        if (name === 'json') {
            json = true;
            continue;
        }
        const value = attached ?? (standsAlone(name, rest[at + 1]) ? 'true' : rest[++at]);
        if (value === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'has no value');
        given[name] = given[name] === undefined ? value : `${given[name]}\n${value}`;
    }
    return { command, json, help, version, given, positional };
}
function isCommand(text) {
    return COMMANDS.some((command) => command === text);
}
function standsAlone(name, next) {
    const definition = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.find((input) => input.name === name);
    const isBoolean = definition !== undefined && 'form' in definition;
    return isBoolean && (next === undefined || next.startsWith('--'));
}
/** The help text. */
function usage() {
    const options = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => {
        const fallback = 'default' in input && !input.default.startsWith('${{') ? ` (default: ${input.default})` : '';
        return `  --${input.name.padEnd(20)} ${input.description.replaceAll('`', '')}${fallback}`;
    });
    return `multiarch-build build [CONTEXT] [--name value …]
multiarch-build inspect IMAGE|LAYOUT [--json] [--name value …]
multiarch-build doctor [--json]
multiarch-build --version

build: builds a container image for several platforms with podman, verifies it, and pushes it as one
image index.
inspect: says what an image in a registry (quay.io/organisation/name:1.0) or an OCI layout (oci:FOLDER) holds, and
what is wrong with it. Of the options it has ${_inspect_request_js__WEBPACK_IMPORTED_MODULE_2__/* .INSPECT_OPTIONS */ .Q.map((name) => `--${name}`).join(', ')}.

doctor: says what this host can and can't do, and the one command that mends each.

Options are the inputs of the GitHub Action, with the same names and defaults.

  --json                 print the result as one JSON object on standard output
${options.join('\n')}

Exit codes: 0 done; 1 the build or push failed, or inspect found an error; 2 wrong usage; 3 host not able; 130 interrupted.
`;
}


/***/ }),

/***/ 5557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PN: () => (/* binding */ FOREIGN_INPUTS),
/* harmony export */   g1: () => (/* binding */ digestOutput),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* unused harmony exports PLATFORMS_WITH_OUTPUT, OUTPUTS */
/**
 * Every input, in the order of the documentation. `action.yml`, the README's tables and the command line's
 * help are generated from here (`npm run generate`), so that they can't drift.
 */
const INPUTS = [
    {
        name: 'image',
        description: 'Repository name(s) without tag, one a line, such as `quay.io/organisation/name`. Each gets every tag.',
    },
    {
        name: 'tags',
        description: 'Bare tags, or full references, one a line. Default, from the Git ref: tag `vX.Y.Z` gives `X.Y.Z` (and `latest` when it is no pre-release and no higher version is tagged), a branch its name and `sha-<short>`, a pull request `pr-<number>`.',
    },
    {
        name: 'platforms',
        description: 'Target platforms, separated by commas or lines.',
        default: 'linux/amd64,linux/arm64',
    },
    { name: 'context', description: 'Build context: a folder.', default: '.' },
    {
        name: 'file',
        description: 'Path of the Dockerfile. Default: `Containerfile` or `Dockerfile` in the context.',
    },
    { name: 'target', description: 'Stage to build. Default: the last one.' },
    {
        name: 'build-args',
        description: 'Build arguments, `NAME=value` one a line; `NAME` alone takes the value from the environment.',
    },
    { name: 'build-contexts', description: 'Further build contexts, `name=path or image` one a line.' },
    { name: 'labels', description: 'Labels of every platform’s image, `name=value` one a line.' },
    {
        name: 'annotations',
        description: 'Annotations, `name=value` one a line, of the platform manifests; with the prefix `index:` of the index, `manifest,index:` of both.',
    },
    { name: 'secrets', description: 'Secrets for `RUN --mount=type=secret`, `id=value` one a line.' },
    {
        name: 'secret-envs',
        description: 'Secrets from environment variables, `id=VARIABLE` one a line.',
    },
    { name: 'secret-files', description: 'Secrets from files, `id=path` one a line.' },
    {
        name: 'ssh',
        description: 'SSH agents or keys for `RUN --mount=type=ssh`: `default` or `id=socket or key`, one a line.',
    },
    { name: 'add-hosts', description: 'Additional hosts, `name:address` one a line.' },
    { name: 'network', description: 'Network of RUN steps: `host`, `none`, `private` or as podman has it.' },
    { name: 'shm-size', description: 'Size of `/dev/shm` in RUN steps, such as `2g`.' },
    { name: 'ulimit', description: 'Limits of RUN steps, such as `nofile=1024:1024`, one a line.' },
    {
        name: 'pull',
        description: 'Always pull base images, even when the local one is the registry’s.',
        default: 'false',
        form: 'boolean',
    },
    { name: 'no-cache', description: 'Use no cache of any kind.', default: 'false', form: 'boolean' },
    {
        name: 'extra-args',
        description: 'Further arguments of `podman build`, one a line; those that this step owns (platform, tag, manifest, auth file, cache, output, iidfile) are refused.',
    },
    {
        name: 'format',
        description: '`oci`, or `docker`, which keeps HEALTHCHECK, SHELL and ONBUILD.',
        default: 'oci',
    },
    {
        name: 'source-date-epoch',
        description: 'Time of all layers and configs. `auto`: one constant time, so that the same content has the same digest at every commit; a number of seconds sets it; `off`. The variable `SOURCE_DATE_EPOCH` sets it too.',
        default: 'auto',
    },
    {
        name: 'git-labels',
        description: 'When labels `org.opencontainers.image.revision`, `version` and `created` are written: `auto` (on tag pushes), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu',
        description: 'Emulation: `auto` (only for platforms that this host can’t run), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu-image',
        description: 'Container image that registers emulators, as a last resort; none is pulled by default.',
    },
    {
        name: 'max-parallel',
        description: 'Platforms built at once. Default: all of them, at most the number of cores.',
    },
    {
        name: 'builders',
        description: '`platform=podman connection or URL`, one a line: builds that platform on a remote podman.',
    },
    {
        name: 'cache',
        description: 'Where things are kept between runs: `auto` (`actions` on a runner with a cache service, else `directory`), `actions`, `directory`, `registry`, `off`.',
        default: 'auto',
    },
    {
        name: 'cache-dir',
        description: 'Folder of a `directory` cache. Default: `multiarch-build/cache` in the user’s cache folder.',
    },
    { name: 'cache-ref', description: 'Repository of a `registry` cache, without tag.' },
    { name: 'cache-scope', description: 'Name that keeps the caches of several builds apart.' },
    {
        name: 'cache-write',
        description: 'Whether this run writes the cache: `auto` (not on pull requests, merge queues and forks), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'cache-mounts',
        description: 'Keep the folders of `RUN --mount=type=cache` between runs.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'cache-ttl',
        description: 'Time since a step last ran after which it runs again.',
        default: '14d',
    },
    { name: 'cache-max-size', description: 'Room for one scope and platform.', default: '2GB' },
    {
        name: 'skip-unchanged',
        description: 'Build nothing when nothing that goes into the image has changed.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'push',
        description: '`auto` (true on pushes to the default branch and of tags, on releases, manual and scheduled runs; else false, with a notice), `true`, `false`, `digest` (by digest, without a tag).',
        default: 'auto',
        form: 'boolean',
    },
    {
        name: 'load',
        description: 'Also leave the manifest list, under the first tag, in local podman storage.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'layout',
        description: 'Keep the OCI image layout: `auto` (when built here or not pushed), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'registry',
        description: 'Registry host(s) of the login, one a line. Default: the host of `image`.',
    },
    { name: 'username', description: 'User name(s) of the login, one a line, in the order of `registry`.' },
    {
        name: 'password',
        description: 'Password(s) or token(s) of the login, one a line, in the order of `registry`.',
    },
    {
        name: 'tls-verify',
        description: 'Require HTTPS with a trusted certificate; loopback hosts may always use plain HTTP.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'immutable-tags',
        description: 'Patterns of tags that must never get another digest, such as `*.*.*`.',
    },
    {
        name: 'retries',
        description: 'Tries of a network operation that failed for a passing reason.',
        default: '5',
    },
    {
        name: 'verify',
        description: 'Verification before any tag moves: `strict`, `warn`, `off`.',
        default: 'strict',
    },
    {
        name: 'lint',
        description: 'Dockerfile findings as annotations: `warn`, `error` (any is a refusal before the build), `off`; docs/lint has a page for each.',
        default: 'warn',
    },
    { name: 'verify-allow', description: 'Path patterns of foreign binaries that belong in the image.' },
    {
        name: 'smoke-test',
        description: 'Arguments to run every platform’s image with; a non-zero exit fails that platform.',
    },
    { name: 'smoke-test-timeout', description: 'Time for the smoke test of one platform.', default: '60s' },
    { name: 'summary', description: 'Write a job summary.', default: 'true', form: 'boolean' },
    {
        name: 'check-runs',
        description: 'One GitHub check a platform; needs `checks: write`.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'github-token',
        description: 'Token for check runs and metadata.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression that the runner evaluates
        default: '${{ github.token }}',
    },
];
/** Platforms that have an output of their own in action.yml; the step sets one for each that it builds. */
const PLATFORMS_WITH_OUTPUT = [
    'linux/amd64',
    'linux/arm64',
    'linux/arm/v7',
    'linux/arm/v6',
    'linux/386',
    'linux/ppc64le',
    'linux/s390x',
    'linux/riscv64',
    'linux/loong64',
    'linux/mips64le',
];
/** Every output, in the order of the documentation. */
const OUTPUTS = [
    {
        name: 'digest',
        description: 'Digest of the image index, as the registry has it, or would have it when nothing was pushed.',
    },
    {
        name: 'digests',
        description: 'JSON object, platform to digest: `{"linux/amd64":"sha256:…","linux/arm64":"sha256:…"}`.',
    },
    ...PLATFORMS_WITH_OUTPUT.map((platform) => ({
        name: digestOutput(platform),
        description: `Digest of the ${platform} image, when that platform was built.`,
    })),
    { name: 'image', description: 'First `repository@digest`.' },
    { name: 'tags', description: 'References pushed, or that would be, one a line.' },
    { name: 'pushed', description: '`true` or `false`.' },
    { name: 'platforms', description: 'Platforms built, separated by commas.' },
    {
        name: 'oci-layout',
        description: 'Folder with the OCI image layout of the index, for scanners, `skopeo copy`, `kind`; empty without one.',
    },
    {
        name: 'docker-config',
        description: 'Folder with a `config.json` of this step’s logins, for tools that read only Docker’s, such as cosign (`DOCKER_CONFIG`); removed at the end of the job, empty without logins.',
    },
    {
        name: 'metadata',
        description: 'JSON object: all of the above, and per platform the sizes, layers, seconds, emulated or not; also `containerimage.digest`.',
    },
];
/** Name of the output with one platform's digest. */
function digestOutput(platform) {
    return `digest-${platform.replaceAll('/', '-')}`;
}
/** Inputs of docker/build-push-action that this step doesn't have, and what to use instead. */
const FOREIGN_INPUTS = {
    allow: 'write podman’s own options, such as --cap-add, into extra-args',
    attests: 'attest the pushed digest afterwards, for example with actions/attest and the output digest',
    'annotation-file': 'write the lines into annotations',
    builder: 'remove it: podman builds on this host',
    call: 'remove it: there is no other call than to build',
    'cache-from': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cache-to': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cgroup-parent': 'write --cgroup-parent=… into extra-args',
    'no-cache-filters': 'use no-cache',
    outputs: 'use push and load, and the output oci-layout',
    provenance: 'remove it: none is added; attest the output digest afterwards, for example with actions/attest',
    sbom: 'remove it: none is added; make one from the output oci-layout or digest, and attest it',
    tag: 'use tags',
    platform: 'use platforms',
    dockerfile: 'use file',
    containerfiles: 'use file',
    archs: 'use platforms',
    oci: 'use format',
    layers: 'remove it: layers are always kept apart',
};


/***/ }),

/***/ 2062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ completeInputs)
/* harmony export */ });
/* unused harmony export inputsFromEnvironment */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);


const NAMES = new Set(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => input.name));
/** The default of an input outside of GitHub Actions, where no expression is evaluated. */
function plainDefault(definition) {
    const value = 'default' in definition ? definition.default : '';
    return value.startsWith('${{') ? '' : value;
}
/**
 * Takes the inputs out of given values, with defaults for those that are missing or empty (the runner passes an
 * input that evaluates to nothing as an empty text).
 * @throws {InputError} for a name that is no input, saying what to use instead where that is known
 */
function completeInputs(given) {
    for (const [name, value] of Object.entries(given)) {
        if (!NAMES.has(name) && value !== '')
            throw unknownInput(name);
    }
    const entries = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((definition) => {
        const value = given[definition.name] ?? '';
        return [definition.name, value.trim() === '' ? plainDefault(definition) : value];
    });
    return Object.fromEntries(entries);
}
/**
 * The inputs as a runner passes them: `INPUT_<NAME>`, upper case, spaces as `_`, hyphens kept.
 * @throws {InputError} for one that isn't declared
 */
function inputsFromEnvironment(env) {
    const given = {};
    for (const [key, value] of Object.entries(env)) {
        if (key.startsWith('INPUT_'))
            given[key.slice('INPUT_'.length).toLowerCase()] = value ?? '';
    }
    return completeInputs(given);
}
function unknownInput(name) {
    const instead = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name] ?? _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name.replaceAll('_', '-')];
    if (instead !== undefined)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', { cure: instead });
    const near = closest(name.replaceAll('_', '-'));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', {
        cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
    });
}
function closest(name) {
    const ranked = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => ({ name: input.name, distance: editDistance(name, input.name) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.name : undefined;
}
/** Levenshtein's distance. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = a[i - 1] === b[j - 1] ? 0 : 1;
            next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change));
        }
        row = next;
    }
    return row[b.length];
}


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseInspectRequest),
/* harmony export */   Q: () => (/* binding */ INSPECT_OPTIONS)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7406);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4974);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2062);
/* harmony import */ var _logins_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4077);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4065);







/** Options of `inspect`: those inputs that have a meaning without a build. */
const INSPECT_OPTIONS = [
    'registry',
    'username',
    'password',
    'tls-verify',
    'retries',
    'verify-allow',
];
/**
 * Reads the arguments of `inspect`.
 * @throws {InputError}
 */
function parseInspectRequest(positional, given) {
    const [text] = positional;
    if (text === undefined || positional.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', `inspect wants one image, not ${positional.length}`, {
            cure: 'name an image, such as quay.io/organisation/name:1.0, or the folder of an OCI layout',
        });
    }
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .completeInputs */ .h)(given);
    const foreign = Object.keys(given).find((name) => !INSPECT_OPTIONS.some((option) => option === name));
    if (foreign !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(foreign, 'is no option of inspect', { cure: `use ${INSPECT_OPTIONS.join(', ')}` });
    }
    const from = parseSource(text);
    return {
        text,
        from,
        logins: (0,_logins_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLogins */ .w)((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .lines */ .Mn)(inputs, 'registry'), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .lines */ .Mn)(inputs, 'username'), (0,_logins_js__WEBPACK_IMPORTED_MODULE_5__/* .passwords */ .L)(inputs), from.kind === 'registry' ? [from.repository] : [], true),
        tlsVerify: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zM)(inputs, 'tls-verify'),
        retries: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeNumber */ .rD)(inputs, 'retries', 1, 100),
        verifyAllow: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .items */ .ld)(inputs, 'verify-allow'),
    };
}
function parseSource(text) {
    const layout = /^oci:(.+)$/s.exec(text)?.[1];
    const path = layout ?? text;
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'oci-layout')))
        return { kind: 'layout', folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path), name: undefined };
    if (layout !== undefined) {
        // As in containers-transports(5), `oci:path[:reference]`.
        const [, folder, name] = /^(.+?)(?::([^/:]+))?$/s.exec(layout);
        return { kind: 'layout', folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder), name };
    }
    if (/^[./]/.test(text))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', `${JSON.stringify(text)} is no folder with an OCI layout`);
    try {
        return parseImage(text.replace(/^docker:\/\//, ''));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause), {
            cure: 'name the image in full, such as quay.io/organisation/name:1.0',
            cause,
        });
    }
}
function parseImage(text) {
    const { name, tag, digest } = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .splitName */ .W0)(text);
    return { kind: 'registry', repository: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(name), reference: digest ?? tag ?? 'latest' };
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ passwords),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4065);


/** The passwords: one a line, or with a single user name the whole text, since a JSON key has several lines. */
function passwords(inputs) {
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'username').length > 1)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'password');
    const whole = inputs.password.trim();
    return whole === '' ? [] : [whole];
}
/**
 * The logins of `registry`, `username` and `password`, which may hold several in the same order. Secrets are empty in
 * pull requests from forks: where nothing is pushed, an incomplete login is then none.
 * @throws {InputError} when they don't fit together
 */
function parseLogins(registries, usernames, passwords, repositories, needed) {
    if (!needed && (usernames.length === 0 || passwords.length === 0))
        return [];
    if (usernames.length === 0 && passwords.length === 0) {
        if (registries.length === 0)
            return [];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', 'is given without username and password', {
            cure: 'give all three, or none to use the logins that podman or Docker already have',
        });
    }
    if (usernames.length !== passwords.length) {
        const missing = usernames.length < passwords.length ? 'username' : 'password';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `there are ${usernames.length} user names and ${passwords.length} passwords`, {
            cure: missing === 'password'
                ? 'a secret that is not defined, or not given to pull requests from forks, is empty'
                : 'give a user name for each password',
        });
    }
    const hosts = registries.length > 0 ? registries : [...new Set(repositories.map((repository) => repository.registry))];
    if (hosts.length !== usernames.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `there are ${hosts.length} registries and ${usernames.length} user names`, {
            cure: 'give registry, username and password one a line, in the same order',
        });
    }
    return hosts.map((host, at) => ({
        registry: registryHost(host),
        username: usernames[at],
        password: passwords[at],
    }));
}
function registryHost(text) {
    const host = text.replace(/^https?:\/\//, '').replace(/\/(v[12]\/?)?$/, '');
    if (/^[A-Za-z0-9.\-[\]:]+$/.test(host))
        return host.toLowerCase();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `${JSON.stringify(text)} is no registry host`);
}


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);

/**
 * The items of an input that takes one a line; blank lines and lines starting with `#` are left out. An item in
 * double quotes may hold line breaks, and `""` for a quote, as in docker/build-push-action.
 */
function lines(inputs, name) {
    const item = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)|([^\n]*)(?:\n|$)/y;
    const text = inputs[name];
    const found = [];
    while (item.lastIndex < text.length) {
        const match = item.exec(text);
        const line = match[1]?.replaceAll('""', '"') ?? match[2].trim();
        if (line !== '' && !line.startsWith('#'))
            found.push(line);
    }
    return found;
}
/** The items of an input whose items can't hold a comma: separated by lines or commas. */
function items(inputs, name) {
    return lines(inputs, name)
        .flatMap((line) => line.split(','))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/**
 * A YAML 1.2 core-schema boolean.
 * @throws {InputError} for anything else, such as `yes` or `1`
 */
function boolean(inputs, name) {
    const text = inputs[name].trim();
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no boolean; allowed are true and false`);
}
/**
 * One of several words; a boolean among them may be written as YAML 1.2 allows.
 * @throws {InputError} naming what is allowed
 */
function choice(inputs, name, allowed) {
    const text = inputs[name].trim();
    const word = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    if (allowed.includes(word))
        return word;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is unknown; allowed are ${allowed.join(', ')}`);
}
/**
 * A whole number.
 * @throws {InputError} outside of the range
 */
function wholeNumber(inputs, name, least, most) {
    const text = inputs[name].trim();
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no whole number from ${least} to ${most}`);
}
/**
 * `key=value` items, one a line, in order; a later key wins over an earlier one. Values may be empty.
 * @throws {InputError} for a line without `=` or without a key
 */
function pairs(inputs, name, separator = '=') {
    const found = new Map();
    for (const line of lines(inputs, name)) {
        const at = line.indexOf(separator);
        if (at < 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(line)} is not of the form name${separator}value`);
        found.set(line.slice(0, at).trim(), line.slice(at + 1));
    }
    return found;
}
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/**
 * A span of time such as `14d`, `12h` or `90m`, in seconds.
 * @throws {InputError} for anything else
 */
function duration(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? [];
    if (number !== undefined)
        return Number(number) * SECONDS[unit];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no span of time; write one such as 14d, 12h or 90m`);
}
const BYTES = {
    ...{ B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 },
};
/**
 * A size such as `2GB` or `500 MiB`, in bytes.
 * @throws {InputError} for anything else
 */
function size(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(text) ?? [];
    const factor = BYTES[unit.toUpperCase()];
    if (number !== undefined && factor !== undefined)
        return Math.floor(Number(number) * factor);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no size; write one such as 2GB or 500MB`);
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// Generated from package.json by “npm run generate”.
/** This product's version. */
const VERSION = '0.1.0';


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3743);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
