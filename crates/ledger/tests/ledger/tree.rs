use hudna_ledger::*;

/// Sizes 0 to 70: past two powers of two with every shape of the right edge below them.
const SIZES: u64 = 70;

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect()
}

fn frontier(leaves: &[Hash]) -> Frontier {
    let mut frontier = Frontier::new();
    leaves.iter().for_each(|&leaf| frontier.push(leaf));
    frontier
}

/// The Merkle tree hash word for word as in RFC 6962, 2.1, sharing no code with the crate.
fn by_definition(leaves: &[Hash]) -> Hash {
    use sha2::{Digest, Sha256};
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            let (left, right) = leaves.split_at(half);
            let parts = [&[1][..], &by_definition(left), &by_definition(right)].concat();
            Sha256::digest(parts).into()
        }
    }
}

#[test]
fn the_frontier_gives_the_roots_of_the_definition_and_of_tlog() {
    let all = leaves(SIZES);
    let tree: Tree = all.iter().copied().collect();
    for size in 0..=SIZES {
        let root = frontier(&all[..size as usize]).root();
        assert_eq!(root, by_definition(&all[..size as usize]), "size {size}");
        assert_eq!(Ok(root), tree.root(size), "size {size}");
    }
}

/// Leaves and roots that Certificate Transparency logs are tested with.
#[test]
fn the_roots_of_the_certificate_transparency_vectors() {
    let leaves: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut frontier = Frontier::new();
    for (leaf, root) in leaves.into_iter().zip(roots) {
        frontier.push(leaf_hash(leaf));
        assert_eq!(to_hex(&frontier.root()), root);
    }
}

#[test]
fn a_stored_frontier_goes_on_where_it_stopped() {
    let all = leaves(SIZES + 1);
    for size in 0..=SIZES as usize {
        let stored = frontier(&all[..size]).to_bytes();
        let mut read = Frontier::from_bytes(&stored).unwrap();
        assert_eq!(read.size(), size as u64);
        read.push(all[size]);
        assert_eq!(read, frontier(&all[..=size]));
        for wrong in [&stored[1..], &[&stored[..], b"x"].concat()] {
            assert!(Frontier::from_bytes(wrong).is_err(), "size {size}");
        }
    }
}

#[test]
fn every_entry_is_proven_in_every_tree() {
    let all = leaves(SIZES);
    let tree: Tree = all.iter().copied().collect();
    for size in 1..=SIZES {
        let root = tree.root(size).unwrap();
        for index in 0..size {
            let proof = tree.prove_inclusion(index, size).unwrap();
            let leaf = all[index as usize];
            assert_eq!(check_inclusion(&proof, index, leaf, size, root), Ok(()));
            let refused = Err(ProofError::Refused);
            let other = leaf_hash(b"another record");
            assert_eq!(check_inclusion(&proof, index, other, size, root), refused);
            assert_eq!(check_inclusion(&proof, index, leaf, size, other), refused);
            let longer = [&proof[..], &[other]].concat();
            assert_eq!(check_inclusion(&longer, index, leaf, size, root), refused);
        }
    }
}

#[test]
fn every_tree_is_proven_to_go_on_from_every_older_one() {
    let tree: Tree = leaves(SIZES).into_iter().collect();
    let mut rewritten = leaves(SIZES);
    rewritten[0] = leaf_hash(b"another record");
    let rewritten: Tree = rewritten.into_iter().collect();
    for size in 0..=SIZES {
        for old in 0..=size {
            let proof = tree.prove_consistency(old, size).unwrap();
            let head = |tree: &Tree, size| (size, tree.root(size).unwrap());
            let check = |before, after| check_consistency(&proof, before, after);
            assert_eq!(check(head(&tree, old), head(&tree, size)), Ok(()), "{old} in {size}");
            if old > 0 {
                let refused = Err(ProofError::Refused);
                assert_eq!(check(head(&rewritten, old), head(&tree, size)), refused);
                assert_eq!(check(head(&tree, old), head(&rewritten, size)), refused);
            }
        }
    }
}

#[test]
fn proofs_outside_the_tree_are_errors() {
    let tree: Tree = leaves(5).into_iter().collect();
    let outside = |part, size| ProofError::Outside { part, size };
    assert_eq!(tree.root(6), Err(outside(6, 5)));
    assert_eq!(tree.prove_inclusion(5, 5), Err(outside(5, 5)));
    assert_eq!(tree.prove_inclusion(0, 6), Err(outside(6, 5)));
    assert_eq!(tree.prove_consistency(5, 4), Err(outside(5, 4)));
    let root = tree.root(5).unwrap();
    assert_eq!(check_inclusion(&[], 5, root, 5, root), Err(outside(5, 5)));
    assert_eq!(check_consistency(&[], (6, root), (5, root)), Err(outside(6, 5)));
    assert_eq!(check_consistency(&[], (0, root), (5, root)), Err(ProofError::Refused));
    let long = vec![root; 1_000];
    assert_eq!(check_inclusion(&long, 0, root, u64::MAX, root), Err(ProofError::Refused));
    assert_eq!(check_consistency(&long, (9, root), (u64::MAX, root)), Err(ProofError::Refused));
}
