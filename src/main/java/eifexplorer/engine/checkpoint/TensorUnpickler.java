package eifexplorer.engine.checkpoint;

import eifexplorer.engine.checkpoint.StoredTensor.Storage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the pickles that {@code torch.save} writes: tensors, dictionaries, lists, numbers and text.
 *
 * <p>Pickle is a program. This reader runs only the instructions such a file needs and builds only the few classes named
 * here; a {@link Placeholder} stands for what belongs to any other, and what would run commands is refused by name; nothing
 * is looked up by reflection. Instructions that take a length are checked
 * against what is left of the file before memory is taken, and only text and numbers may be keys, because hashing a
 * crafted nest of lists takes for ever.
 */
final class TensorUnpickler extends Unpickler {
  /** Instructions that take no length and build nothing but numbers, text, tuples and lists. */
  private static final Set<Short> PLAIN =
      Set.of(
          Opcodes.MARK,
          Opcodes.STOP,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.NONE,
          Opcodes.BINPERSID,
          Opcodes.REDUCE,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.EMPTY_LIST,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.TUPLE,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.POP,
          Opcodes.BINFLOAT,
          Opcodes.PROTO,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.LONG1,
          Opcodes.MEMOIZE,
          Opcodes.SHORT_BINSTRING,
          Opcodes.SHORT_BINUNICODE);

  /** Classes that only files made to harm name: modules, and functions of Python itself. */
  private static final Set<String> COMMANDS =
      Set.of(
          "os",
          "posix",
          "nt",
          "subprocess",
          "sys",
          "shutil",
          "socket",
          "pty",
          "runpy",
          "importlib",
          "ctypes",
          "webbrowser");

  private static final Set<String> CALLS =
      Set.of("eval", "exec", "execfile", "compile", "open", "file", "__import__", "input");

  /** What {@code collections.OrderedDict} makes; its state is PyTorch's own version note and is dropped. */
  private static final class OrderedDict extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_AXES = 64;
  private static final int LONGEST_KEY = 200;

  /** What a pickle builds of copies may grow to so many entries for a byte of it. */
  private static final long GROWTH = 8;

  private final CountedInput source;
  private final long mostBuilt;
  private long built;
  private final Map<String, Storage> storages = new LinkedHashMap<>();

  TensorUnpickler(CountedInput source) {
    this.source = source;
    this.mostBuilt = GROWTH * source.remaining() + 1024;
  }

  /** The next pickled object. Throws {@link BrokenPickleException} if it is none, or builds something else. */
  Object next() throws IOException {
    try {
      return load(source);
    } catch (IOException e) {
      throw source.remaining() > 0 ? e : new EOFException(e.getMessage());
    } catch (BrokenPickleException e) {
      throw e;
    } catch (RuntimeException e) {
      BrokenPickleException broken = new BrokenPickleException("its pickle is damaged");
      broken.initCause(e);
      throw broken;
    }
  }

  /** Every storage the pickle has named, by key, in order. */
  Map<String, Storage> storages() {
    return storages;
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<Object, Object>());
      case Opcodes.GLOBAL -> stack.add(globalNamed(readLine(), readLine()));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        stack.add(globalNamed((String) stack.pop(), name));
      }
      case Opcodes.BINUNICODE -> stack.add(text(lengthOf(4)));
      case Opcodes.BINSTRING -> stack.add(text(lengthOf(4)));
      case Opcodes.BINUNICODE8, Opcodes.FRAME -> {
        long length = lengthOf(8);
        if (opcode == Opcodes.BINUNICODE8) {
          stack.add(text(length));
        }
      }
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        Object key = stack.pop();
        put(stack.peek(), Arrays.asList(key, value));
      }
      case Opcodes.SETITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        put(stack.peek(), items);
      }
      case Opcodes.NEWOBJ -> make(0);
      case Opcodes.NEWOBJ_EX -> make(1);
      case Opcodes.APPEND -> {
        Object item = stack.pop();
        append(stack.peek(), List.of(Optional.ofNullable(item)));
      }
      case Opcodes.APPENDS -> {
        List<Object> items = stack.pop_all_since_marker();
        append(stack.peek(), items.stream().map(Optional::ofNullable).toList());
      }
      case Opcodes.EMPTY_SET -> stack.add(new Placeholder("set"));
      case Opcodes.FROZENSET -> {
        stack.pop_all_since_marker();
        stack.add(new Placeholder("frozenset"));
      }
      case Opcodes.ADDITEMS -> stack.pop_all_since_marker();
      case Opcodes.SHORT_BINBYTES -> bytes(lengthOf(1));
      case Opcodes.BINBYTES, Opcodes.LONG4 -> bytes(lengthOf(4)); // no count is so large a number
      case Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> bytes(lengthOf(8));
      case Opcodes.BUILD -> {
        stack.pop();
        if (!(stack.peek() instanceof OrderedDict || stack.peek() instanceof Placeholder)) {
          throw new BrokenPickleException("its pickle sets the state of something that has none");
        }
      }
      default -> {
        if (!PLAIN.contains(opcode)) {
          throw new BrokenPickleException("its pickle uses instruction " + opcode);
        }
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  /** An object made by a class without being called; whatever it is made of is below {@code more} other things. */
  private void make(int more) {
    for (int i = 0; i <= more; i++) {
      stack.pop();
    }
    Object made = stack.pop();
    if (!(made instanceof IObjectConstructor constructor)) {
      throw new BrokenPickleException("its pickle makes an object of something that is no class");
    }
    stack.add(constructor.construct(new Object[0]));
  }

  /** What is added to an object that is not opened is dropped. */
  @SuppressWarnings("unchecked")
  private static void append(Object target, List<Optional<Object>> items) {
    if (!(target instanceof Placeholder)) {
      items.forEach(item -> ((List<Object>) target).add(item.orElse(null)));
    }
  }

  private void bytes(long length) throws IOException {
    source.readFully(length);
    stack.add(new Placeholder("bytes"));
  }

  /** Entries whose keys are tuples, truth values or objects that are not opened hold no weights and are dropped. */
  @SuppressWarnings("unchecked")
  private static void put(Object target, List<Object> items) {
    Map<Object, Object> dictionary = (Map<Object, Object>) target;
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      if (key instanceof List || (key instanceof Map && !(key instanceof Placeholder))) {
        throw new BrokenPickleException("a key is neither text nor a number");
      }
      if (key instanceof String || key instanceof Number) {
        dictionary.put(key, items.get(i + 1));
      }
    }
  }

  private long lengthOf(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(source.readFully(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    return switch (bytes) {
      case 1 -> Byte.toUnsignedLong(buffer.get());
      case 4 -> Integer.toUnsignedLong(buffer.getInt());
      default -> buffer.getLong();
    };
  }

  private String text(long length) throws IOException {
    return new String(source.readFully(length), StandardCharsets.UTF_8);
  }

  private String readLine() throws IOException {
    return PickleUtils.readline(source);
  }

  /** A storage type, one of the constructors below, or a placeholder; what would run commands is refused by name. */
  private Object globalNamed(String module, String name) {
    String global = module + "." + name;
    IObjectConstructor constructor =
        switch (global) {
          case "collections.OrderedDict" -> this::orderedDict;
          case "collections.defaultdict", "collections.Counter" -> arguments -> new OrderedDict();
          case "torch._utils._rebuild_tensor_v2",
              "torch._utils._rebuild_tensor",
              "torch._utils._rebuild_tensor_v3" ->
              this::tensor;
          case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
              arguments -> (StoredTensor) arguments[0];
          case "torch._tensor._rebuild_from_type_v2" ->
              arguments -> ((IObjectConstructor) arguments[0]).construct((Object[]) arguments[2]);
          case "torch.Size" -> arguments -> arguments[0];
          default -> null;
        };
    if (constructor != null) {
      return constructor;
    }
    requireHarmless(module, name);
    if (module.equals("torch") || module.equals("torch.cuda")) {
      return ElementKind.ofTorch(name)
          .map(Object.class::cast)
          .orElseGet(() -> new Placeholder(global));
    }
    return new Placeholder(global);
  }

  private static void requireHarmless(String module, String name) {
    String global = module + "." + name;
    if (global.equals("torch._utils._rebuild_qtensor")) {
      throw new BrokenPickleException(
          "some of its tensors are quantised (" + global + ")",
          "Save the network's state_dict() as it is before it is quantised.");
    }
    if (module.equals("torch._utils") && name.startsWith("_rebuild_")) {
      throw new BrokenPickleException("it has tensors made by " + global + ", which are not read");
    }
    boolean call =
        (module.equals("builtins") || module.equals("__builtin__")) && CALLS.contains(name);
    String top = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
    if (call || COMMANDS.contains(top)) {
      throw new BrokenPickleException(
          "it asks for " + global + ", which can run commands in Python and is not opened");
    }
  }

  /** Counts what is built of arguments, which a short pickle may name again and again. */
  private void build(int entries) {
    built += entries;
    if (built > mostBuilt) {
      throw new BrokenPickleException("its pickle builds far more than it is long");
    }
  }

  private Object orderedDict(Object[] arguments) {
    OrderedDict dictionary = new OrderedDict();
    if (arguments.length > 0) {
      build(((List<?>) arguments[0]).size());
      for (Object pair : (List<?>) arguments[0]) {
        Object[] keyAndValue = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
        put(dictionary, Arrays.asList(keyAndValue));
      }
    }
    return dictionary;
  }

  /** {@code _rebuild_tensor_v2(storage, offset, size, stride, …)}. */
  private StoredTensor tensor(Object[] arguments) {
    int axes = ((Object[]) arguments[2]).length;
    if (axes > MOST_AXES || ((Object[]) arguments[3]).length > MOST_AXES) {
      throw new BrokenPickleException("a tensor has more than " + MOST_AXES + " axes");
    }
    build(axes);
    int[] shape = new int[((Object[]) arguments[2]).length];
    long[] sizes = longs(arguments[2]);
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(sizes[i]);
    }
    if (arguments[0] instanceof Placeholder storage) {
      throw new BrokenPickleException(
          "a tensor's storage is a " + storage.name() + ", which is not read");
    }
    long offset = ((Number) arguments[1]).longValue();
    return new StoredTensor((Storage) arguments[0], offset, shape, longs(arguments[3]));
  }

  private static long[] longs(Object tuple) {
    Object[] values = (Object[]) tuple;
    long[] out = new long[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = ((Number) values[i]).longValue();
    }
    return out;
  }

  /** A storage's name, which alone is made text: of a nest of lists it would grow without end. */
  private static String key(Object name) {
    boolean plain = name instanceof Number || name instanceof String;
    if (!plain || name.toString().length() > LONGEST_KEY) {
      throw new BrokenPickleException("a storage's key is neither a short text nor a number");
    }
    return name.toString();
  }

  /** {@code ("storage", type, key, location, elements)}; the location, such as {@code cuda:0}, is of no interest. */
  @Override
  protected Object persistentLoad(Object id) {
    Object[] tuple = (Object[]) id;
    if (!"storage".equals(tuple[0])) {
      throw new BrokenPickleException("it refers to something that is no storage");
    }
    if (tuple.length > 5 && tuple[5] != null) {
      throw new BrokenPickleException("its storages are parts of others, as before PyTorch 0.4");
    }
    if (tuple[1] instanceof Placeholder kind) {
      throw new BrokenPickleException("a storage is a " + kind.name() + ", which is not read");
    }
    long elements = ((Number) tuple[4]).longValue();
    if (elements < 0) {
      throw new BrokenPickleException("a storage has a negative length");
    }
    Storage storage = new Storage(key(tuple[2]), (ElementKind) tuple[1], elements);
    Storage known = storages.putIfAbsent(storage.key(), storage);
    if (known != null && !known.equals(storage)) {
      throw new BrokenPickleException("storage " + known.key() + " is described in two ways");
    }
    return storage;
  }
}
