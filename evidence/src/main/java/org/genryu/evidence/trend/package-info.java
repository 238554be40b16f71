/// How does attention to a topic move? Shares of coverage, bursts, alarms with their rates of false ones, and
/// copies of one story counted once.
@NullMarked
package org.genryu.evidence.trend;

import org.jspecify.annotations.NullMarked;
