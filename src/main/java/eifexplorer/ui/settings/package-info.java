/**
 * What this user chooses for the whole program, on a sheet beside what is open: {@link
 * eifexplorer.ui.settings.SettingsViewModel} holds it and refuses what is out of range, {@link
 * eifexplorer.ui.settings.SettingsSheet} shows it, {@link eifexplorer.ui.settings.SystemThemeViewModel} follows the system's
 * colouring.
 */
@NullMarked
package eifexplorer.ui.settings;

import org.jspecify.annotations.NullMarked;
