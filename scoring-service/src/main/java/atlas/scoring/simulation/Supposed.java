package atlas.scoring.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import atlas.scoring.facts.History.Known;

/** What is supposed of one sort of thing, by the place that it belongs to: a state or a county. */
final class Supposed<T> {

    private final Function<T, UUID> id;
    private final Map<String, Map<UUID, Known<T>>> byPlace = new HashMap<>();

    Supposed(Function<T, UUID> id) {
        this.id = id;
    }

    void put(String place, Known<T> one) {
        byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(id.apply(one.content()), one);
    }

    Optional<Known<T>> get(UUID wanted) {
        return byPlace.values().stream().flatMap(ofPlace -> Stream.ofNullable(ofPlace.get(wanted))).findFirst();
    }

    boolean touch(String place) {
        return byPlace.containsKey(place);
    }

    /** What is known of a place, with what is supposed in its stead and beside it. */
    Stream<Known<T>> over(String place, Stream<Known<T>> known) {
        Map<UUID, Known<T>> ofPlace = byPlace.getOrDefault(place, Map.of());
        return Stream.concat(known.filter(one -> !ofPlace.containsKey(id.apply(one.content()))), ofPlace.values().stream());
    }
}
