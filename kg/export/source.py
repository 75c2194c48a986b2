"""What the writers write: a networkx graph, or one that is read while it is written and held nowhere (`kg.stored`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    import networkx as nx

Data = Mapping[str, Any]
Look = Callable[[str], Data]


class Ties(NamedTuple):
    """All edges from one node to another; the attributes of the ends are looked up, by id, when somebody asks for them."""

    source: str
    target: str
    look: Look
    edges: Sequence[tuple[object, Data]]  # key and attributes


class Stream(Protocol):
    """A graph that can be gone through as often as one likes, always in the same order. Attributes are those of `kg.graph`."""

    def counts(self) -> tuple[int, int]:
        """How many nodes and edges there are."""
        ...

    def ids(self) -> Iterator[str]:
        """The ids of the nodes."""
        ...

    def nodes(self) -> Iterator[tuple[str, Data]]:
        """Ids and attributes."""
        ...

    def untied(self) -> Iterator[tuple[str, Data]]:
        """What the graph knows of beside its nodes, since nothing ties it to them: ids and attributes."""
        ...

    def ties(self) -> Iterator[Ties]:
        """Edges by source in the order of the nodes; each pair of ends comes once."""
        ...

    def marks(self) -> Iterator[tuple[float, float, float]] | None:
        """Where each node stands, x and y downwards, and its ties, in the order of the nodes; None if that was never worked out."""
        ...


Graph: TypeAlias = "nx.MultiDiGraph[Any] | Stream"


class Held:
    """A networkx graph as a stream."""

    def __init__(self, graph: "nx.MultiDiGraph[Any]") -> None:
        self._graph = graph

    def counts(self) -> tuple[int, int]:
        return len(self._graph), self._graph.number_of_edges()

    def ids(self) -> Iterator[str]:
        return iter(self._graph)

    def nodes(self) -> Iterator[tuple[str, Data]]:
        return iter(self._graph.nodes(data=True))

    def untied(self) -> Iterator[tuple[str, Data]]:
        known = getattr(self._graph, "untied", None)  # a plain graph has nothing beside its nodes
        return iter(known() if known else ())

    def ties(self) -> Iterator[Ties]:
        look = self._graph.nodes.__getitem__
        for source, near in self._graph.adjacency():
            for target, keyed in near.items():
                yield Ties(source, target, look, list(keyed.items()))

    def marks(self) -> None:
        return None


def stream(graph: Graph) -> Stream:
    """The graph as a stream, whichever it is."""
    return Held(cast("nx.MultiDiGraph[Any]", graph)) if hasattr(graph, "adjacency") else graph
