/**
 * The few things of an open data set that are worth showing to somebody else: start at {@link
 * eifexplorer.project.findings.Findings}, which the window's presentation and {@code present} ask, one {@link
 * eifexplorer.project.findings.FindingKind} after the other. Each kind is found by a class of its own and leaves out what is
 * not there.
 */
@NullMarked
package eifexplorer.project.findings;

import org.jspecify.annotations.NullMarked;
