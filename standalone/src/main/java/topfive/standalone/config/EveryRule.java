package topfive.standalone.config;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import topfive.contract.Ids;
import topfive.processor.merge.Rules;

/** The rules as names and values, whatever rules there are: {@code same-idea}, {@code weights.coverage}. */
final class EveryRule {
    static final Map<String, Object> BUILT_IN = of(Rules.CURRENT);

    private static final String VERSION = "version";

    private EveryRule() {}

    /** Numbers, durations and yes or no; what is none of them cannot be set. In the order of the record. */
    static Map<String, Object> of(Rules rules) {
        var values = new LinkedHashMap<String, Object>();
        collect("", rules, values);
        return values;
    }

    /** @param values some of them; the others as built in */
    static Rules with(Map<String, Object> values) {
        var effective = new LinkedHashMap<>(BUILT_IN);
        effective.putAll(values);
        return (Rules) build("", Rules.CURRENT, effective, version(effective));
    }

    /** A function of the values alone: two files that mean the same have one version, and today's values have today's. */
    private static String version(Map<String, Object> effective) {
        if (effective.equals(BUILT_IN)) {
            return Rules.CURRENT.version();
        }
        var all = new TreeMap<>(effective).toString();
        return Rules.CURRENT.version() + "+" + Ids.sha256(all).substring(0, 8);
    }

    /** The members of a group, by the group's name. */
    static Map<String, List<String>> groups() {
        var groups = new TreeMap<String, List<String>>();
        for (var name : BUILT_IN.keySet()) {
            var dot = name.lastIndexOf('.');
            if (dot > 0) {
                groups.computeIfAbsent(name.substring(0, dot), group -> new ArrayList<>())
                        .add(name);
            }
        }
        return groups;
    }

    private static void collect(String prefix, Record record, Map<String, Object> into) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = value(record, component);
            if (value instanceof Record group) {
                collect(name(prefix, component) + ".", group, into);
            } else if (canBeSet(prefix, component)) {
                into.put(name(prefix, component), value);
            }
        }
    }

    private static Record build(String prefix, Record builtIn, Map<String, Object> values, String version) {
        var components = builtIn.getClass().getRecordComponents();
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            var value = value(builtIn, component);
            if (value instanceof Record group) {
                arguments[i] = build(name(prefix, component) + ".", group, values, version);
            } else if (canBeSet(prefix, component)) {
                arguments[i] = values.get(name(prefix, component));
            } else {
                arguments[i] = isVersion(prefix, component) ? version : value;
            }
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return builtIn.getClass().getDeclaredConstructor(types).newInstance(arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean canBeSet(String prefix, RecordComponent component) {
        var type = component.getType();
        return !isVersion(prefix, component)
                && (type == double.class || type == int.class || type == boolean.class || type == Duration.class);
    }

    private static boolean isVersion(String prefix, RecordComponent component) {
        return prefix.isEmpty() && component.getName().equals(VERSION);
    }

    private static String name(String prefix, RecordComponent component) {
        return prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
