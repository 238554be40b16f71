/// The workbench in the browser: a door. It asks the program's own commands as worker processes (`job`), shows what
/// they have told (`told`), and keeps what people change; it counts nothing.
///
/// Packages, in the order in which they know each other: `link` (what a page shows, as an address), `job` (long work),
/// `told` (the pages that commands write, taken apart), `http` (who may do what, and what a browser is told), `world`
/// (the cases), `version` (their changes and versions), `page` (one class for each page), `login` (who may come in),
/// `edit` (the case page), `build` (the scenario builder), and here the server that joins them.
@NullMarked
package org.genryu.web;

import org.jspecify.annotations.NullMarked;
