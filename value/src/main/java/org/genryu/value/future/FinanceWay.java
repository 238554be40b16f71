package org.genryu.value.future;

import org.genryu.value.cash.DebtPlan;
import org.genryu.value.project.Project;

/// A project as it is financed in one of several ways, with the debt that was signed for it. Ways of one project differ
/// in loans and supports alone, so all meet the same worlds and work the same plant.
public record FinanceWay(Project project, DebtPlan plan) {}
