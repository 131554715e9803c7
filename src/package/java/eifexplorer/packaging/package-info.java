/**
 * What {@code mvn -Ppackage verify} needs beside Maven's plugins: start at {@link eifexplorer.packaging.RuntimeImage}, the Java
 * runtime that an installed program brings along; {@link eifexplorer.packaging.IconFiles} draws its icon for each system, and
 * {@link eifexplorer.packaging.StartedProgram} notes the classes of a start, which an installation prepares.
 * {@code PackagedProgramIT} tries the finished image.
 */
@NullMarked
package eifexplorer.packaging;

import org.jspecify.annotations.NullMarked;
