package eifexplorer.workspace;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Looks through a record that was read from a file for what it can't do without: every part but those marked {@link
 * Nullable}. The library that reads JSON leaves a field that is not there null, wherever in the program that is noticed.
 */
final class RequiredFields {
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
              parts.add(
                  new Part(
                      component,
                      isNullable(component.getAnnotatedType()),
                      hasElements(component.getAnnotatedType())));
            }
          }
          return List.copyOf(parts);
        }
      };

  private RequiredFields() {}

  private record Part(RecordComponent component, boolean nullable, boolean elements) {
    Part {
      component.getAccessor().setAccessible(true);
    }

    @Nullable Object of(Object owner) {
      try {
        return component.getAccessor().invoke(owner);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("A record's part can always be read", e);
      }
    }
  }

  /** Whether it is a list of texts or records, none of which may be missing. */
  private static boolean hasElements(AnnotatedType type) {
    return type instanceof AnnotatedParameterizedType list
        && list.getAnnotatedActualTypeArguments().length == 1
        && list.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> element
        && (element == String.class || element.isRecord())
        && !isNullable(list.getAnnotatedActualTypeArguments()[0]);
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** The first part that is missing, such as {@code provenance.created} or {@code labels[3].to}; empty if all is there. */
  static Optional<String> missing(Object value) {
    return missing(value, "").map(path -> path.replaceFirst("^\\.", ""));
  }

  /** The part that is missing where a record refused what it was given; empty if it refused for another reason. */
  static Optional<String> missing(ValueInstantiationException refused, JsonNode whole) {
    Class<?> type = refused.getType() == null ? Object.class : refused.getType().getRawClass();
    if (!(refused.getCause() instanceof NullPointerException) || !type.isRecord()) {
      return Optional.empty();
    }
    String path = "";
    JsonNode node = whole;
    for (JacksonException.Reference step : refused.getPath()) {
      boolean named = step.getPropertyName() != null;
      path += named ? "." + step.getPropertyName() : "[" + step.getIndex() + "]";
      node = named ? node.path(step.getPropertyName()) : node.path(step.getIndex());
    }
    JsonNode owner = node;
    String prefix = path;
    return PARTS.get(type).stream()
        .map(part -> part.component().getName())
        .filter(name -> !owner.hasNonNull(name))
        .findFirst()
        .map(name -> (prefix + "." + name).replaceFirst("^\\.", ""));
  }

  private static Optional<String> missing(@Nullable Object value, String path) {
    if (value instanceof Record) {
      return ofRecord(value, path);
    }
    if (value instanceof Optional<?> optional) {
      return missing(optional.orElse(null), path);
    }
    if (value instanceof Collection<?> list) {
      return ofList(list, path);
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(entry -> missing(entry.getValue(), path + "." + entry.getKey()).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<String> ofRecord(Object owner, String path) {
    for (Part part : PARTS.get(owner.getClass())) {
      String at = path + "." + part.component().getName();
      Object value = part.of(owner);
      if (value == null && !part.nullable()) {
        return Optional.of(at);
      }
      Optional<String> inner =
          part.elements() && value instanceof List<?> list
              ? absentElement(list, at).or(() -> missing(list, at))
              : missing(value, at);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> absentElement(List<?> list, String path) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == null) {
        return Optional.of(path + "[" + i + "]");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofList(Collection<?> list, String path) {
    int index = 0;
    for (Object element : list) {
      Optional<String> inner = missing(element, path + "[" + index++ + "]");
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }
}
