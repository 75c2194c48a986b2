// Reads GraphML and GEXF as Gephi Lite does and prints what it holds as JSON.
// usage: KG_NODE_MODULES=folder-with-node_modules node graphology.mjs FILE
import fs from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(`${process.env.KG_NODE_MODULES}/`);
const Graph = require('graphology');
const file = process.argv[2];
const reader = require(file.endsWith('.gexf') ? 'graphology-gexf' : 'graphology-graphml');
const graph = reader.parse(Graph, fs.readFileSync(file, 'utf8'));
const nodes = graph.mapNodes((id, data) => [id, data]);
const edges = graph.mapEdges((id, data, source, target) => [source, target, data]);
fs.writeSync(1, JSON.stringify({multi: graph.multi, type: graph.type, nodes, edges}));
