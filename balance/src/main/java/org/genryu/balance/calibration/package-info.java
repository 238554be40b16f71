/// How is the balance made to meet the base year of the world? [org.genryu.balance.calibration.Calibrator] finds the
/// curves that pass through what was observed; what the data do not explain is told.
@NullMarked
package org.genryu.balance.calibration;

import org.jspecify.annotations.NullMarked;
