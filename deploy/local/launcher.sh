# What the commands of deploy share: the tree's place, a JDK, and the build. Sourced, not run.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
script="deploy/$(basename -- "$0")"

fail() {
    echo "$script: $1" >&2
    exit 1
}

# Sets java and exports JAVA_HOME; the JDK that JAVA_HOME names wins over the one on the PATH.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java: set it to a JDK of version 17 or later"
    else
        java=$(command -v java) || fail "no Java found: install a JDK of version 17 or later, or set JAVA_HOME to one"
    fi
    settings=$("$java" -XshowSettings:properties -version 2>&1) || fail "$java does not run: set JAVA_HOME to a JDK of version 17 or later"
    version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
    [ "${version:-0}" -ge 17 ] || fail "$java is Java ${version:-of an unknown version}: a JDK of version 17 or later is needed, set JAVA_HOME to one"
    JAVA_HOME=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
    export JAVA_HOME
}

stamp=$root/target/built

# Builds the whole suite; what Maven says goes into a log.
build() {
    command -v mvn >/dev/null || fail "the suite has to be built, and there is no mvn on the PATH: install Maven 3.8.7 or later"
    [ -x "$JAVA_HOME/bin/javac" ] || fail "the suite has to be built, and $JAVA_HOME has no compiler: set JAVA_HOME to a JDK, not a JRE"
    log=$root/target/build.log
    mkdir -p "$root/target" 2>/dev/null && touch "$stamp.new" "$log" 2>/dev/null || fail "the suite has to be built, and $root cannot be written to"
    echo "building (first time: a few minutes)…"
    mvn -q -B -f "$root/pom.xml" -DskipTests package >"$log" 2>&1 &
    maven=$!
    # Whoever stops us stops the build.
    trap 'kill "$maven"; wait "$maven" || true; exit 130' INT TERM HUP
    if ! wait "$maven"; then
        reason=$(sed -n '/^\[ERROR\] /{/COMPILATION ERROR/!{s/^\[ERROR\] *//;p;};}' "$log" | head -n 1)
        fail "the build is broken (log: $log): ${reason:-$(tail -n 1 "$log")}"
    fi
    trap - INT TERM HUP
    mv "$stamp.new" "$stamp"
}

# Becomes one of the launcher's programs.
become() {
    program=$1
    shift
    exec "$java" -Xms16m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData \
        -Datlas.home="$root" -Datlas.kafka.home="$root/deploy/embedded/target/kafka" \
        -cp "$root/deploy/local/target/local.jar:$root/deploy/local/target/lib/*" "atlas.local.$program" "$@"
}
