/// Whom and what do documents speak of? Countries, firms, agencies, minerals, projects, people and their offices, by
/// their names in both languages; kept as data.
@NullMarked
package org.genryu.evidence.entity;

import org.jspecify.annotations.NullMarked;
